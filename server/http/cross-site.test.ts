import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { crossSiteProblem, refuseActiveDestination } from './cross-site.ts';

const publicUrl = 'https://keyring.example.com';
const request = (method: string, headers: IncomingHttpHeaders) => ({ method, headers }) as IncomingMessage;

describe('a request of another site', () => {
  it.each<[method: string, site: string | undefined, origin: string | undefined, passes: boolean]>([
    ['GET', undefined, undefined, true],
    ['GET', 'same-origin', undefined, true],
    ['GET', 'none', undefined, true],
    ['GET', 'cross-site', undefined, false],
    ['GET', 'same-site', publicUrl, false],
    ['GET', 'a-value-that-does-not-exist-yet', undefined, false],
    ['GET', '', undefined, false],
    ['HEAD', 'cross-site', undefined, false],
    ['GET', 'same-origin', 'https://evil.example', true],
    ['HEAD', undefined, 'null', true],
    ['POST', undefined, undefined, true],
    ['POST', 'same-origin', publicUrl, true],
    ['POST', undefined, publicUrl, true],
    ['POST', 'same-origin', 'https://evil.example', false],
    ['DELETE', undefined, 'null', false],
    ['PATCH', 'none', `${publicUrl}:444`, false],
    ['POST', 'cross-site', publicUrl, false],
    ['OPTIONS', 'cross-site', 'https://evil.example', true],
  ])('CS1 CS2 CS3 is told by what its browser says: %s, Sec-Fetch-Site %s, Origin %s', (method, site, origin, passes) => {
    const problem = crossSiteProblem(request(method, { 'sec-fetch-site': site, origin }), publicUrl);
    expect(problem?.code).toBe(passes ? undefined : 'cross_site');
  });
});

describe('what Podio sent', () => {
  it.each([
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
  ])('CS8 BR9 is not handed out as %s', (destination) => {
    expect(() => refuseActiveDestination(request('GET', { 'sec-fetch-dest': destination }))).toThrow(
      expect.objectContaining({ code: 'cross_site', detail: expect.stringContaining(` ${destination} `) }),
    );
  });

  it.each([undefined, '', 'empty', 'document', 'image', 'audio', 'video', 'font', 'track'])('may be looked at as %s', (destination) => {
    expect(() => refuseActiveDestination(request('GET', { 'sec-fetch-dest': destination }))).not.toThrow();
  });
});
