import { describe, expect, it } from 'vitest';
import { lacksSlash, operationOf, searchOperations } from './known-operations.ts';
import { withSlash } from './path-parts.ts';
import { firstCall, pathFor, startCall } from './start-calls.ts';

const name = (method: string, path: string) => operationOf(method, path)?.name;

describe('the operation behind a call', () => {
  it('is found with values, with placeholders, with a query, with or without the slash', () => {
    expect(name('POST', '/item/app/22119/filter/')).toBe('Filter items');
    expect(name('POST', '/item/app/{app_id}/filter')).toBe('Filter items');
    expect(name('GET', '/item/1?mark_as_viewed=0')).toBe('Get item');
    expect(name('GET', '/item/{item_id}')).toBe('Get item');
  });
  it('is unknown for a path or method that Podio does not document', () => {
    expect(name('GET', '/hologram/1')).toBeUndefined();
    expect(name('DELETE', '/user/status')).toBeUndefined();
  });
});

describe('the list of operations', () => {
  it('is searched by words of method, path and name, in any order', () => {
    const found = searchOperations('items filter').map((operation) => operation.name);
    expect(found).toContain('Filter items');
    expect(searchOperations('delete /item').every(({ method, path }) => method === 'DELETE' || path.includes('delete'))).toBe(true);
    expect(searchOperations('no such thing')).toEqual([]);
  });
  it('does not offer what the keyring would not pass on', () => {
    expect(searchOperations('oauth grant')).toEqual([]);
  });
});

describe('the beginning of a call', () => {
  it('has the id of the acting app in it', () => {
    expect(firstCall('app-22119')).toEqual({ method: 'GET', path: '/app/22119' });
    expect(startCall('filterItems', 'app-22119')).toEqual({ method: 'POST', path: '/item/app/22119/filter/' });
  });
  it('is the person for a person, and leaves an app to be named', () => {
    expect(firstCall('user-1')).toEqual({ method: 'GET', path: '/user/status' });
    expect(startCall('getApp', 'user-1')).toEqual({ method: 'GET', path: '/app/{app_id}' });
  });
  it('leaves other ids alone', () => {
    expect(pathFor('/item/{item_id}', 'app-22119')).toBe('/item/{item_id}');
  });
});

describe('the slash at the end', () => {
  it('is missed where the operation has one', () => {
    expect(lacksSlash('POST', '/item/app/1/filter')).toBe(true);
    expect(lacksSlash('GET', '/org?x=1')).toBe(true);
    expect(lacksSlash('POST', '/item/app/1/filter/')).toBe(false);
    expect(lacksSlash('GET', '/item/1')).toBe(false);
    expect(lacksSlash('GET', '/hologram')).toBe(false);
  });
  it('goes before the query', () => {
    expect(withSlash('/org?x=1')).toBe('/org/?x=1');
    expect(withSlash('/org')).toBe('/org/');
  });
});
