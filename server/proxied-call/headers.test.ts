import { describe, expect, it } from 'vitest';
import { rawHeader, requestHeaders, responseHeaders } from './headers.ts';

describe('the headers that go up', () => {
  it('ask for codings that can be undone, and for the whole, where app tokens are removed', () => {
    const raw = ['Accept-Encoding', 'zstd', 'RANGE', 'bytes=0-1', 'if_range', '"1"', 'Accept', '*/*'];
    expect(requestHeaders(raw, 'OAuth2 token', true)).toEqual([
      'authorization',
      'OAuth2 token',
      'accept-encoding',
      'gzip, br',
      'Accept',
      '*/*',
    ]);
  });
});

describe('the headers that come down', () => {
  it('are not what Connection names', () => {
    expect(responseHeaders(['Connection', 'X-Podio-Hop', 'X-Podio-Hop', '1', 'X-Podio-Ok', '2'], [], false)).toEqual([
      'X-Podio-Ok',
      '2',
      'cache-control',
      'private, no-store',
    ]);
  });
});

describe('rawHeader', () => {
  it('joins what comes on several lines', () => {
    expect(rawHeader(['A', '1', 'b', 'x', 'a', '2'], 'a')).toBe('1, 2');
    expect(rawHeader(['A', '1'], 'b')).toBeUndefined();
  });
});
