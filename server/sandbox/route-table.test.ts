import { describe, expect, it } from 'vitest';
import { RouteTable } from './route-table.ts';

describe('a table of routes', () => {
  const table = new RouteTable<string>();
  for (const path of ['/item/:item_id', '/item/:item_id/value', '/item/:item_id/:part', '/item/app/:app_id', '/:area/app/:id', '/user'])
    table.add('GET', path, path);

  it.each([
    ['/item/7', '/item/:item_id', { item_id: '7' }],
    ['/item/7/value', '/item/:item_id/value', { item_id: '7' }],
    ['/item/7/other', '/item/:item_id/:part', { item_id: '7', part: 'other' }],
    ['/item/app/7', '/item/app/:app_id', { app_id: '7' }],
    ['/view/app/7', '/:area/app/:id', { area: 'view', id: '7' }],
    ['/user/', '/user', {}],
    ['//user', '/user', {}],
    ['/item/7/a%2Fb%20c', '/item/:item_id/:part', { item_id: '7', part: 'a/b c' }],
  ])('finds for %s the pattern %s', (path, entry, parameters) => {
    expect(table.find('GET', path)).toEqual({ entry, parameters });
  });

  it.each([
    ['GET', '/'],
    ['GET', '/items'],
    ['GET', '/item'],
    ['GET', '/item/1/2/3'],
    ['POST', '/user'],
    ['GET', '/item/%'],
    ['GET', '/item/%ff'],
  ])('finds nothing for %s %s', (method, path) => {
    expect(table.find(method, path)).toBeUndefined();
  });
});
