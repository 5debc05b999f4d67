import { describe, expect, it } from 'vitest';
import { cookieNames, cookiesByPrefix, cookieValues, setCookie } from './cookies.ts';

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

describe('the cookies of a request', () => {
  it.each([
    [undefined, []],
    ['', []],
    [`${name}=a`, ['a']],
    [`x=1; ${name}=a; y=2`, ['a']],
    [`${name}=a;${name}=b;\t ${name}=c`, ['a', 'b', 'c']],
    [`${name}= a \t; x=1`, ['a']],
    [`${name}=`, ['']],
    [`${name}=a=b==`, ['a=b==']],
    [`x${name}=a; ${name}x=b; ${name}`, []],
    [`x=${name}=a`, []],
    [`x ${name}=a; ${name}=b`, ['b']],
  ])('CK8 of one name are all its values, in the order sent: %j', (header, expected) => {
    expect(cookieValues(header, name)).toEqual(expected);
  });

  it.each([
    [undefined, []],
    ['a-1=x; b-2=y; a-3=z', ['a-1=x', 'a-3=z']],
    [' a-1 = x y ;a-2==', ['a-1=x y', 'a-2==']],
    ['a-1; =a-2; xa-3=x; a=y', []],
    ['a-=x', ['a-=x']],
  ])('are found by how a name begins: %j', (header, expected) => {
    expect(cookiesByPrefix(header, 'a-').map((cookie) => `${cookie.name}=${cookie.value}`)).toEqual(expected);
  });

  it('CK1 have prefixes that a browser knows, and in the sandbox names of their own', () => {
    expect(cookieNames('podio')).toEqual({
      keyring: '__Host-Http-keyring',
      authentication: '__Secure-authentication',
      loginPrefix: '__Host-Http-login-',
    });
    expect(cookieNames('sandbox')).toEqual({
      keyring: '__Host-Http-sandbox-keyring',
      authentication: '__Secure-sandbox-authentication',
      loginPrefix: '__Host-Http-sandbox-login-',
    });
  });

  it('CK1 CK2 are set with every attribute that guards them', () => {
    const attributes = 'Path=/keyring; Secure; HttpOnly; SameSite=Strict';
    expect(setCookie(name, '/keyring', { value: 'x', maxAgeSeconds: 5 })).toBe(`${name}=x; ${attributes}; Max-Age=5`);
    expect(setCookie(name, '/keyring')).toBe(`${name}=; ${attributes}; Max-Age=0`);
  });
});
