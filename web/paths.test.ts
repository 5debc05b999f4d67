import { describe, expect, it } from 'vitest';
import { parseAuthId, paths, sameOriginPath, swapAuthentication } from './paths.ts';

describe('addresses', () => {
  it('name the acting authentication', () => {
    expect(paths.home('app-22119')).toBe('/as/app-22119');
    expect(paths.items('user-1', 22119, 'page=2')).toBe('/as/user-1/apps/22119/items?page=2');
    expect(paths.explorer('user-1', { method: 'GET', path: '/item/1?a=b' })).toBe(
      '/as/user-1/explorer?method=GET&path=%2Fitem%2F1%3Fa%3Db',
    );
  });
  it('carry where to come back to', () => {
    expect(paths.signInAsApp({ app: 22119, return: '/as/app-22119/explorer?method=GET' })).toBe(
      '/sign-in/app?app=22119&return=%2Fas%2Fapp-22119%2Fexplorer%3Fmethod%3DGET',
    );
    expect(paths.signIn()).toBe('/sign-in');
  });
  it('are taken apart only where they name a user or an app', () => {
    expect(parseAuthId('user-1')).toEqual({ type: 'user', id: 1 });
    for (const text of ['', 'user-0', 'user-01', 'space-1', 'app-', 'app-1x', 'APP-1', 'app-12345678901234567']) {
      expect(parseAuthId(text)).toBeUndefined();
    }
  });
});

describe('switching to another authentication', () => {
  it('keeps the explorer with its call', () => {
    expect(swapAuthentication('/as/app-1/explorer?method=GET&path=%2Fapp%2F1', 'user-1')).toBe(
      '/as/user-1/explorer?method=GET&path=%2Fapp%2F1',
    );
  });
  it('keeps the calls', () => {
    expect(swapAuthentication('/as/app-1/calls', 'user-1')).toBe('/as/user-1/calls');
  });
  it('keeps items for a person and for the app itself', () => {
    expect(swapAuthentication('/as/user-1/apps/22119/items?page=2', 'user-2')).toBe('/as/user-2/apps/22119/items?page=2');
    expect(swapAuthentication('/as/user-1/apps/22119/items?page=2', 'app-22119')).toBe('/as/app-22119/apps/22119/items?page=2');
  });
  it('goes to the home of an app that cannot open these items', () => {
    expect(swapAuthentication('/as/app-22119/apps/22119/items', 'app-22118')).toBe('/as/app-22118');
    expect(swapAuthentication('/as/app-22119/apps/2211/items', 'app-22119')).toBe('/as/app-22119');
  });
  it('goes home from a home and from pages without an authentication', () => {
    expect(swapAuthentication('/as/app-22119?page=3', 'app-22118')).toBe('/as/app-22118');
    expect(swapAuthentication('/authentications', 'user-1')).toBe('/as/user-1');
  });
});

describe('where to come back to', () => {
  it('is a path of this app', () => {
    expect(sameOriginPath('/as/user-1?x=1')).toBe('/as/user-1?x=1');
  });
  it('never leaves the origin', () => {
    for (const text of [
      null,
      '',
      'https://evil.example/',
      '//evil.example/',
      '/\\evil.example',
      '/\t/evil.example',
      'javascript:alert(1)',
    ]) {
      expect(sameOriginPath(text)).toBeUndefined();
    }
  });
});
