import { describe, expect, it } from 'vitest';
import { cookieValues, setCookie } from './cookies.ts';

const name = '__Host-Http-keyring';

describe('the cookie scanner', () => {
  it('DS5 takes no longer than the header is long', () => {
    const hostile = `${' '.repeat(100)}${name}`.repeat(10_000);
    const began = performance.now();
    expect(cookieValues(hostile, name)).toEqual([]);
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  it('CK11 deletes with the very name, path and attributes that it set', () => {
    const attributes = (line: string) =>
      line
        .split('; ')
        .slice(1)
        .filter((part) => !part.startsWith('Max-Age'));
    expect(attributes(setCookie(name, '/'))).toEqual(attributes(setCookie(name, '/', { value: 'x', maxAgeSeconds: 5 })));
    expect(setCookie(name, '/')).toMatch(/=; .*Max-Age=0$/);
  });
});
