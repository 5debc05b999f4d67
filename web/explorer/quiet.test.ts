import { describe, expect, it } from 'vitest';
import { quietly } from './quiet.ts';

const path = (method: string, given: string) => quietly({ method, path: given, body: '{}' }).path;

describe('a quiet call', () => {
  it('tells neither people nor webhooks when it changes something', () => {
    expect(path('POST', '/item/app/1/')).toBe('/item/app/1/?silent=1&hook=false');
    expect(path('DELETE', '/item/1?x=%2F')).toBe('/item/1?x=%2F&silent=1&hook=false');
    expect(path('PUT', '/hologram/1')).toBe('/hologram/1?silent=1&hook=false');
  });
  it('keeps what the path says itself', () => {
    expect(path('PUT', '/item/1?hook=true')).toBe('/item/1?hook=true&silent=1');
    expect(path('PUT', '/item/1?hook=1&silent=0')).toBe('/item/1?hook=1&silent=0');
  });
  it('is sent as it is when it only reads', () => {
    expect(path('GET', '/item/1')).toBe('/item/1');
    expect(path('POST', '/item/app/1/filter/')).toBe('/item/app/1/filter/');
  });
  it('keeps its method and body', () => {
    expect(quietly({ method: 'POST', path: '/task/', body: '{"text":"x"}' })).toMatchObject({ method: 'POST', body: '{"text":"x"}' });
  });
});
