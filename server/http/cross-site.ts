import type { IncomingMessage } from 'node:http';
import { ProblemError } from './problems.ts';

/**
 * Refuses what another site makes a browser send, by Fetch Metadata and, where an effect is possible, by `Origin`. A caller that is no
 * browser sends neither and is served: it has no cookies of anybody else's either.
 *
 * @throws {ProblemError} `cross_site`
 * @see https://www.w3.org/TR/fetch-metadata/
 */
export function refuseCrossSite(request: IncomingMessage, publicUrl: string): void {
  const { method, headers } = request;
  if (method === 'OPTIONS') return; // a preflight has no effect, and no answer of ours allows what it asks
  const site = headers['sec-fetch-site'];
  if (site === 'cross-site' || site === 'same-site') throw crossSite('Another site asked for this.');
  if (method === 'GET' || method === 'HEAD') return;
  if (headers.origin !== undefined && headers.origin !== publicUrl) throw crossSite('Its Origin is not the origin of this app.');
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
    throw crossSite(`What Podio answers is never used as ${destination} here.`);
}

function crossSite(detail: string): ProblemError {
  return new ProblemError('cross_site', `This request was refused: ${detail.charAt(0).toLowerCase()}${detail.slice(1)}`);
}
