import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/**
 * On SIGTERM and SIGINT: takes no more connections, lets requests in flight finish for at most `drainMs`, and exits with 0. A process group
 * gets the signal twice (npm passes it on as well), so a second one changes nothing.
 *
 * An error that nobody caught, a rejection too, leaves the process in a state that nobody knows: it is logged, what is in flight is finished
 * just so, and the exit code is 1, for whatever supervises the process to start it anew.
 */
export function drainAtTheEnd(app: FastifyInstance, drainMs: number, afterwards: () => Promise<unknown>): void {
  let draining = false;
  let exitCode: 0 | 1 = 0;
  const { server } = app;
  const connections = new Set<Socket>();
  server.on('connection', (connection) => {
    connections.add(connection);
    connection.once('close', () => connections.delete(connection));
  });
  const drain = async () => {
    if (draining) return;
    draining = true;
    app.log.info('draining');
    // A connection that falls idle now would hold the exit for as long as its keep-alive. One on which nothing was asked yet, as browsers open
    // them in advance, is none of those that Node counts as idle; what was on its way when the signal came has been read by then.
    const idle = setInterval(() => {
      server.closeIdleConnections();
      for (const connection of connections) if (connection.bytesRead === 0) connection.destroy();
    }, 50);
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
    process.exit(exitCode);
  };
  process.on('SIGTERM', drain);
  process.on('SIGINT', drain);
  process.on('uncaughtException', (error) => {
    app.log.fatal({ err: error }, 'an error that nobody caught');
    exitCode = 1;
    void drain();
  });
}
