import { describe, expect, it } from 'vitest';
import { checkReturnTo } from './return-to.ts';

const publicUrl = 'http://localhost:3000';
const allowed = (returnTo: string): boolean => {
  try {
    checkReturnTo(returnTo, publicUrl);
    return true;
  } catch {
    return false;
  }
};

describe('checkReturnTo', () => {
  it.each(['/', '/as/user-1', '/as/app-22119/apps/22119/items?page=2&sort=-due', '/as/app-1/explorer?path=/item/1', '/a//b', '/a?x=//b'])(
    'takes %s',
    (path) => {
      expect(allowed(path)).toBe(true);
    },
  );

  it('gives back what it takes, and nothing for nothing', () => {
    expect([checkReturnTo('/as/user-1', publicUrl), checkReturnTo(undefined, publicUrl)]).toEqual(['/as/user-1', undefined]);
  });

  it.each([
    '',
    'as/user-1',
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    ' //evil.example',
    '/ /evil.example',
    'javascript:alert(1)',
    '/./\\evil.example',
    '/.//evil.example',
    '/..//evil.example',
    '/%2e//evil.example',
    '/x\u0000',
    '/æ',
  ])('L6 refuses %j', (path) => {
    expect(allowed(path)).toBe(false);
  });
});
