import type { IncomingMessage } from 'node:http';
import { ProblemError } from './problems.ts';

/**
 * What is wrong with a request that another site makes a browser send, by Fetch Metadata and, where an effect is possible, by `Origin`;
 * undefined for one that may pass. A caller that is no browser sends neither and passes: it has nobody else's cookies either.
 *
 * @see https://www.w3.org/TR/fetch-metadata/
 */
export function crossSiteProblem({ method, headers }: IncomingMessage, publicUrl: string): ProblemError | undefined {
  if (method === 'OPTIONS') return undefined; // a preflight has no effect, and no answer of ours allows what it asks
  const site = headers['sec-fetch-site'];
  // "none" is a person, by the address bar or a bookmark; a value that does not exist yet is not trusted.
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return crossSite('another site asked for this.');
  if (method === 'GET' || method === 'HEAD') return undefined;
  return headers.origin !== undefined && headers.origin !== publicUrl ? crossSite('its Origin is not the origin of this app.') : undefined;
}

/** Destinations that would run or render what Podio stores as if it were part of this app. */
const active = new Set([
  'script',
  'style',
  'worker',
  'sharedworker',
  'serviceworker',
  'audioworklet',
  'paintworklet',
  'xslt',
  'json',
  'manifest',
  'object',
  'embed',
  'frame',
  'iframe',
]);

/**
 * Refuses to hand what Podio sent to anything that would run it in this origin.
 *
 * @throws {ProblemError} `cross_site`
 */
export function refuseActiveDestination(request: IncomingMessage): void {
  const destination = request.headers['sec-fetch-dest'];
  if (typeof destination === 'string' && active.has(destination))
    throw crossSite(`what Podio answers is never used as ${destination} here.`);
}

function crossSite(reason: string): ProblemError {
  return new ProblemError('cross_site', `This request was refused: ${reason}`);
}
