import type { IncomingMessage } from 'node:http';

/**
 * Gives the body of a request so long to arrive, then cuts its connection.
 *
 * A request that has its answer is not told by Node when its connection goes: it would wait for the rest of its body until the limit.
 *
 * @param limitMs milliseconds from now
 * @param onLate called where it is cut
 */
export function boundBody(request: IncomingMessage, limitMs: number, onLate?: () => void): void {
  const { socket } = request;
  const timer = setTimeout(() => {
    if (request.complete) return;
    onLate?.();
    request.destroy();
  }, limitMs);
  const gone = () => request.destroy();
  socket.once('close', gone);
  request.once('close', () => {
    clearTimeout(timer);
    socket.off('close', gone);
  });
}
