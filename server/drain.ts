import type { FastifyInstance } from 'fastify';

/**
 * On SIGTERM and SIGINT: takes no more connections, lets requests in flight finish for at most `drainMs`, and exits with 0.
 *
 * A process group gets the signal twice (npm passes it on as well), so a second one changes nothing.
 */
export function drainOnSignals(app: FastifyInstance, drainMs: number, afterwards: () => Promise<unknown>): void {
  let draining = false;
  const drain = async () => {
    if (draining) return;
    draining = true;
    app.log.info('draining');
    const { server } = app;
    // A connection that falls idle now would hold the exit for as long as its keep-alive.
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    const late = setTimeout(() => {
      app.log.warn('requests were still in flight at the end of the time to drain');
      server.closeAllConnections();
    }, drainMs);
    try {
      await Promise.race([app.close(), new Promise((resolve) => setTimeout(resolve, drainMs + 1_000).unref())]);
      await afterwards();
    } catch (error) {
      app.log.error({ err: error }, 'closing failed');
    }
    clearInterval(idle);
    clearTimeout(late);
    process.exit(0);
  };
  process.on('SIGTERM', drain);
  process.on('SIGINT', drain);
}
