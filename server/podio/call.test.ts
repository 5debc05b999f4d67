import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { callBody, callUrl } from './call.ts';

const api = 'https://api.podio.com';

describe('the address of a call', () => {
  it.each([
    ['/item/1', 'https://api.podio.com/item/1'],
    ['/item/app/1/', 'https://api.podio.com/item/app/1/'],
    ['/org/url?url=https%3A%2F%2Fpodio.com', 'https://api.podio.com/org/url?url=https%3A%2F%2Fpodio.com'],
    ['/item/app/1/external_id/a%2Fb', 'https://api.podio.com/item/app/1/external_id/a%2Fb'],
    ['/item/app/1/external_id/x y ä', 'https://api.podio.com/item/app/1/external_id/x%20y%20%C3%A4'],
    ['/item/app/1/external_id/..x', 'https://api.podio.com/item/app/1/external_id/..x'],
    ['/a//b', 'https://api.podio.com/a//b'],
    ['/item/1?x=/../y&z=%', 'https://api.podio.com/item/1?x=/../y&z=%'],
    ['/item/%41', 'https://api.podio.com/item/%41'],
  ])('of %s is below the API', (path, expected) => {
    expect(callUrl(api, path)).toBe(expected);
  });

  it('keeps a path that the API itself has', () => {
    expect(callUrl('http://localhost:8080/podio', '/item/1')).toBe('http://localhost:8080/podio/item/1');
  });

  it.each([
    '',
    'item/1',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '\n//evil.example',
    'https://evil.example/item/1',
    'https:evil.example',
    '@evil.example',
    '.evil.example/',
    ':80@evil.example/',
    '/../admin',
    '/item/./1',
    '/item/..',
    '/item/%2e%2E/1',
    '/item/%252e%252e/1',
    '/item/%25%32%65%25%32%65/1',
    '/item/..%2f1',
    '/item/%5c..%5c1',
    '/item/%',
    '/item/%4',
    '/item/%4g',
    '/item/%zz',
    '/item/1#x',
    '/item/%00\u0000',
  ])('refuses %j', (path) => {
    expect(() => callUrl(api, path)).toThrow(TypeError);
    expect(() => callUrl('http://localhost:8080/podio', path)).toThrow(TypeError);
  });

  it('refuses what is no text', () => {
    expect(() => callUrl(api, new URL('https://evil.example/') as never)).toThrow('begins with one slash');
    expect(() => callUrl(api, undefined as never)).toThrow(TypeError);
  });

  it('is not quoted at length where it is refused', () => {
    const path = `item/${'x'.repeat(1000)}`;
    expect(() => callUrl(api, path)).toThrow(path.slice(0, 100));
    expect(() => callUrl(api, path)).not.toThrow(path.slice(0, 101));
  });

  it('has the query as Podio likes it, behind one of its own', () => {
    const query = {
      limit: 30,
      sort_desc: true,
      mark: false,
      responsible: [1, undefined, 2, null, true],
      'a&b': '=',
      text: 'a b&c=ä',
      none: undefined,
      nothing: null,
      zero: 0,
    };
    expect(callUrl(api, '/task/?org=1', query)).toBe(
      'https://api.podio.com/task/?org=1&limit=30&sort_desc=1&mark=0&responsible=1%2C2%2C1&a%26b=%3D&text=a%20b%26c%3D%C3%A4&zero=0',
    );
  });
});

describe('the body of a call', () => {
  it('is JSON, and an empty object where there is none', () => {
    expect(callBody({ a: 1 })).toMatchObject({
      body: '{"a":1}',
      headers: { 'content-type': 'application/json' },
      replayable: true,
      upload: false,
    });
    expect(callBody(undefined).body).toBe('{}');
    expect(callBody([]).body).toBe('[]');
    expect(callBody('text').body).toBe('"text"');
  });

  it('goes as it is where it is a form or bytes, which can be sent again', () => {
    const form = new FormData();
    form.append('filename', 'a.txt');
    form.append('source', new Blob(['x']), 'b.txt');
    const { body, ...others } = callBody(form);
    expect(others).toEqual({ headers: {}, replayable: true, upload: true });
    expect([...(body as FormData)].map(([name, value]) => [name, value instanceof Object ? value.name : value])).toEqual([
      ['filename', 'a.txt'],
      ['source', 'b.txt'],
    ]);
    const bytes = Uint8Array.of(1);
    const binary = { 'content-type': 'application/octet-stream' };
    expect(callBody(bytes)).toEqual({ body: bytes, headers: binary, replayable: true, upload: true });
    const table = new Blob(['x'], { type: 'text/csv' });
    expect(callBody(table)).toEqual({ body: table, headers: { 'content-type': 'text/csv' }, replayable: true, upload: true });
    expect(callBody(new Blob(['x'])).headers).toEqual(binary);
    expect(callBody(new URLSearchParams({ a: 'b c' }))).toEqual({
      body: 'a=b+c',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      replayable: true,
      upload: false,
    });
  });

  it('can be sent once where it is a stream', () => {
    const sent = { headers: { 'content-type': 'application/octet-stream' }, replayable: false, upload: true };
    const stream = Readable.from(['x']);
    expect(callBody(stream)).toEqual({ ...sent, body: stream });
    expect(callBody(new Blob(['x']).stream())).toEqual({ ...sent, body: expect.any(Readable) });
  });
});
