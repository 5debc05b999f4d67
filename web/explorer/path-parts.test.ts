import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinPath, placeholderValues, queryValue, splitPath, unfilled, withPlaceholder, withQueryValue } from './path-parts.ts';

describe('a path taken apart', () => {
  it('is the same when put together, whatever stands in it', () => {
    const path = fc.string().filter((text) => !text.endsWith('?'));
    fc.assert(fc.property(path, (text) => joinPath(splitPath(text)) === text));
  });
});

describe('placeholders', () => {
  it('have the values of a path of that form, with or without the slash at the end', () => {
    expect(placeholderValues('/item/app/{app_id}/filter/', '/item/app/22119/filter')).toEqual({ app_id: '22119' });
    expect(placeholderValues('/comment/{type}/{id}/', '/comment/item/{id}/')).toEqual({ type: 'item', id: '' });
  });
  it('have none in a path of another form', () => {
    expect(placeholderValues('/item/{item_id}', '/app/1')).toBeUndefined();
    expect(placeholderValues('/item/{item_id}', '/item/1/value')).toBeUndefined();
  });
  it('take a value, encoded, and are there again without one', () => {
    expect(withPlaceholder('/item/{item_id}', '/item/{item_id}', 'item_id', '7 a/b')).toBe('/item/7%20a%2Fb');
    expect(withPlaceholder('/item/{item_id}', '/item/7', 'item_id', '')).toBe('/item/{item_id}');
    expect(withPlaceholder('/comment/{type}/{id}/', '/comment/item/{id}/', 'id', '7')).toBe('/comment/item/7/');
  });
  it('that are not filled are known, those of the query are none', () => {
    expect(unfilled('/comment/{type}/{id}/?q={x}')).toEqual(['type', 'id']);
    expect(unfilled('/item/7')).toEqual([]);
  });
});

describe('a parameter of the query', () => {
  it('is read as it was meant', () => {
    expect(queryValue('/search/?query=a%20b+c&limit=', 'query')).toBe('a b c');
    expect(queryValue('/search/?query=a&limit=', 'limit')).toBe('');
    expect(queryValue('/search/?query=a', 'offset')).toBeUndefined();
  });
  it('is written in its place, and others stay byte for byte', () => {
    expect(withQueryValue('/x?a=%2f&b=1&c', 'b', '2 3')).toBe('/x?a=%2f&b=2%203&c');
    expect(withQueryValue('/x', 'limit', '30')).toBe('/x?limit=30');
    expect(withQueryValue('/x?limit=30', 'limit', '')).toBe('/x');
    expect(withQueryValue('/x?a=1', 'limit', '')).toBe('/x?a=1');
  });
});
