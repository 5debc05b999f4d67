import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { carryAhead, type SentAhead } from './api/ahead.ts';
import { carryBy, fetchWhole } from './api/http.ts';
import { createQueryClient } from './api/query-client.ts';
import { queryKeys } from './api/query-keys.ts';
import { readAhead } from './read-ahead.ts';

const filter = JSON.stringify({ limit: 30, offset: 0 });
const keyring = 'GET /keyring ';
const rows = `POST /keyring/app-22119/api/item/app/22119/filter/ ${filter}`;
const rowsKey = queryKeys.call('app-22119', 'POST', '/item/app/22119/filter/', filter);

const answered = (status: number, json: unknown, type = 'application/json'): SentAhead['answer'] => {
  const bytes = new TextEncoder().encode(JSON.stringify(json));
  return Promise.resolve({ response: new Response(bytes, { status, headers: { 'content-type': type } }), bytes });
};
const never: SentAhead['answer'] = new Promise(() => {});

function ahead(answers: Record<string, SentAhead['answer']>): void {
  globalThis.podioKeyringAhead = new Map(
    Object.entries(answers).map(([name, answer]) => [name, { answer, controller: new AbortController(), at: 1, started: 2 }]),
  );
}

beforeEach(() => carryBy(carryAhead));
afterEach(() => {
  carryBy(fetchWhole);
  globalThis.podioKeyringAhead = undefined;
  vi.useRealTimers();
});

test('what was answered well is in the cache, where the screens look for it', async () => {
  const client = createQueryClient();
  ahead({ [keyring]: answered(200, { authentications: [] }), [rows]: answered(200, { items: [] }) });
  await readAhead(client);
  expect(client.getQueryData(queryKeys.keyring)).toEqual({ authentications: [] });
  expect(client.getQueryData(rowsKey)).toMatchObject({ status: 200, json: { items: [] } });
  expect(globalThis.podioKeyringAhead?.size).toBe(0);
});

test('what was refused is left to the screen, which takes it and says why', async () => {
  const client = createQueryClient();
  const problem = { type: 'about:blank', title: 'Unknown authentication', status: 401, code: 'unknown_authentication' };
  ahead({ [keyring]: answered(200, { authentications: [] }), [rows]: answered(401, problem, 'application/problem+json') });
  await readAhead(client);
  expect(client.getQueryState(rowsKey)).toBeUndefined();
  expect([...(globalThis.podioKeyringAhead?.keys() ?? [])]).toEqual([rows]);
});

test('a request that failed on its way keeps no other from being taken', async () => {
  const client = createQueryClient();
  const failed = Promise.reject(new TypeError('Failed to fetch'));
  ahead({ [keyring]: answered(200, { authentications: [] }), [rows]: failed });
  await readAhead(client);
  expect(client.getQueryData(queryKeys.keyring)).toEqual({ authentications: [] });
  expect(client.getQueryState(rowsKey)).toBeUndefined();
});

test('an answer that is late is not waited for, and left to the screen', async () => {
  vi.useFakeTimers();
  const client = createQueryClient();
  ahead({ [keyring]: never });
  const read = readAhead(client);
  await vi.advanceTimersByTimeAsync(100);
  await read;
  expect(globalThis.podioKeyringAhead?.has(keyring)).toBe(true);
});

test('an answer that a screen has taken meanwhile is asked for no second time', async () => {
  vi.useFakeTimers();
  const client = createQueryClient();
  let answer = (_carried: Awaited<SentAhead['answer']>) => {};
  const late: SentAhead['answer'] = new Promise((resolve) => {
    answer = resolve;
  });
  ahead({ [keyring]: late });
  const read = readAhead(client);
  await vi.advanceTimersByTimeAsync(100);
  await read;
  globalThis.podioKeyringAhead?.delete(keyring);
  answer(await answered(200, { authentications: [] }));
  await vi.runAllTimersAsync();
  expect(client.getQueryState(queryKeys.keyring)).toBeUndefined();
});

test('a page that sent nothing ahead waits for nothing', async () => {
  vi.useFakeTimers();
  await readAhead(createQueryClient());
  expect(vi.getTimerCount()).toBe(0);
});
