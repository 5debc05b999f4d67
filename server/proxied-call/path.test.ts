import { describe, expect, it } from 'vitest';
import { checkPath, mayHoldAppTokens } from './path.ts';

const code = (path: string): string | undefined => {
  try {
    checkPath(path);
    return undefined;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('checkPath', () => {
  it.each([
    '/item/1',
    '/item/app/22117/filter/',
    '/org/',
    '/a%2Fb',
    '/%C3%A6',
    '/%ff',
    '/a+b',
    '/...',
    '/..a',
    '/item/1;v=2',
    '/',
    '/comment/item/1/',
    '/user/status',
  ])('PX6 lets %s through', (path) => {
    expect(code(path)).toBeUndefined();
  });

  it.each([
    '/../x',
    '/x/..',
    '/./x',
    '/%2e%2e/x',
    '/%2E%2e',
    '/.%2e/x',
    '/..%2fx',
    '/..%5cx',
    '/\\..\\x',
    '/x;/../y',
    '/..;/x',
    '/%252e%252e/x',
    '/%2e%00%2e/x',
    '/a%',
    '/a%2',
    '/a%zz',
    '/æ',
    '/a b',
    '/a\u0001',
    '/a\u007f',
  ])('PX1 refuses %s', (path) => {
    expect(code(path)).toBe('bad_request');
  });

  it.each([
    '/oauth/token',
    '/oauth/token/v2',
    '/OAuth/Token',
    '/%6fauth/token',
    '/%256fauth/token',
    '/oauth%2ftoken',
    '/oauth\\token',
    '//oauth//token',
    '/oauth;x/token;y',
    '/oauth/token%00',
    '/oauth/tok%09en',
    '/oauth/tokens',
    '/oauth/authorize',
    '/oauth/authorize/',
    '/oauth/grant/invalidate',
    '/oauth/grants',
    '/app/22117/token/regenerate',
    '/app/22117/token',
    '/APP/22117/%74oken',
    '/_sandbox',
    '/_sandbox/issued',
    '/%5fsandbox/issued',
    '/;/_sandbox',
  ])('PX2 PX3 does not let %s reach what hands out credentials', (path) => {
    expect(code(path)).toBe('forbidden_path');
  });

  it.each(['/oauth/scope', '/oauthx/token', '/app/22117', '/app/space/1/', '/item/app/1/token'])('leaves %s alone', (path) => {
    expect(code(path)).toBeUndefined();
  });

  it('DS5 takes no longer than the path is long', () => {
    const began = performance.now();
    for (const hostile of ['/a'.repeat(15_000), `/${'%25'.repeat(10_000)}`, `/${';'.repeat(30_000)}`, `/${'a'.repeat(30_000)}!`])
      code(hostile);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});

describe('mayHoldAppTokens', () => {
  it.each([
    ['/app/22117', ''],
    ['/app', ''],
    ['/app/', ''],
    ['/%61pp/22117', ''],
    ['//app/1', ''],
    ['/APP/1', ''],
    ['/%2561pp/1', ''],
    ['/item/1', '?fields=app.view(full)'],
    ['/item/1', '?a=1&fields=x'],
    ['/item/1', '?%66ields=x'],
    ['/item/1', '?fields'],
    ['/item/1', '?fields[]=x'],
    ['/item/1', '?fields%5B%5D=x'],
    ['/item/1', '?FIELDS=x'],
    ['/item/1', '?+fields=x'],
    ['/item/1', '?fields%00=x'],
    ['/item/1', '?a;fields=x'],
    ['/item/1', '?x%26fields%3Da'],
    ['/item/1', '?%2566ields=x'],
  ])('is true for %s%s', (path, query) => {
    expect(mayHoldAppTokens(path, query)).toBe(true);
  });

  it.each([
    ['/item/1', ''],
    ['/application', ''],
    ['/item/app/1/', ''],
    ['/item/1', '?field=x'],
    ['/item/1', '?q=fields'],
    ['/item/1', '?subfields=1'],
    ['/item/1', '?fields-x=1'],
    ['/item/1', '?fields_x=1'],
    ['/item/1', '?'],
  ])('is false for %s%s', (path, query) => {
    expect(mayHoldAppTokens(path, query)).toBe(false);
  });
});
