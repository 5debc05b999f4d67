import type { IncomingHttpHeaders } from 'node:http';

const loopbackHost = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i;

/** Whether a request was addressed to this machine by one of its own names: a page that rebinds its name to 127.0.0.1 fails this. */
export const isLoopbackHost = (host: string | undefined): boolean => host !== undefined && loopbackHost.test(host);

/** Whether it is an address of this machine that no other can reach. The names below `localhost` are not: somebody has to look them up. */
export const isLoopbackAddress = (host: string): boolean => /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/.test(host);

/** Whether a request comes from a page of another machine. Requests of programs, without an `Origin`, do not. */
export function isForeignOrigin(origin: string | undefined): boolean {
  if (origin === undefined) return false;
  const match = /^https?:\/\/(.+)$/.exec(origin);
  return !match || !isLoopbackHost(match[1]);
}

/** Whether a form was sent by a page of another origin. */
export function isCrossSite(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const { origin, host } = headers;
  return origin !== undefined && origin !== `http://${host}`;
}
