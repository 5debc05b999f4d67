import { expect, it } from 'vitest';
import { allAreas } from './areas.ts';
import * as calls from './calls.ts';
import { generateAreas, generateCalls } from './generate-calls.ts';
import { operations } from './operations.ts';
import { findOperation } from './operations-lookup.ts';

it('calls.ts is what the catalogue says', async () => {
  await expect(generateCalls(operations)).toMatchFileSnapshot('./calls.ts');
});

it('areas.ts is what the catalogue says', async () => {
  await expect(generateAreas(operations)).toMatchFileSnapshot('./areas.ts');
});

it('every operation but uploads and downloads has a typed call of a name of its own', () => {
  const named = operations.map(({ call }) => call).filter((call) => call !== undefined);
  expect(new Set(named).size).toBe(named.length);
  expect(operations.filter(({ call }) => !call).map(({ path }) => path)).toEqual(['/file/', '/file/v2/', '/file/{file_id}/raw']);
});

it('a typed call is the operation that it was made from', () => {
  expect(calls.itemsFilter(22117)).toEqual({ method: 'POST', path: '/item/app/22117/filter/', body: {}, reads: true });
  expect(calls.itemsDelete(7, { silent: true, hook: false })).toEqual({ method: 'DELETE', path: '/item/7?silent=1&hook=0' });
  for (const none of [undefined, {}, { silent: undefined }]) expect(calls.itemsDelete(7, none).path).toBe('/item/7');
  const { method, path } = calls.itemsGetByExternalId(22117, 'a/b c?d');
  expect(path).toBe('/item/app/22117/external_id/a%2Fb%20c%3Fd');
  expect(findOperation(method, path)?.call).toBe('items.getByExternalId');
});

it('each method of each area makes the operation that it is named after, and passes its options on', async () => {
  const options = { signal: AbortSignal.timeout(60_000) };
  let last: { method: string; path: string; options: unknown } | undefined;
  const areas = allAreas(async ({ method, path }, given) => {
    last = { method, path, options: given };
    return undefined as never;
  });
  const made: string[] = [];
  for (const [area, members] of Object.entries(areas))
    for (const [name, call] of Object.entries(members) as [string, (...values: unknown[]) => Promise<unknown>][]) {
      await call(...Array.from({ length: call.length - 1 }, () => 7), options);
      expect([findOperation(last?.method ?? '', last?.path ?? '')?.call, last?.options]).toEqual([`${area}.${name}`, options]);
      made.push(`${area}.${name}`);
    }
  expect(made.sort()).toEqual(operations.flatMap(({ call }) => call ?? []).sort());
});
