import { afterEach, expect, test, vi } from 'vitest';
import { carryAhead, type SentAhead, takeAhead } from './ahead.ts';

const sent = (): SentAhead => ({ answer: new Promise(() => {}), controller: new AbortController(), at: 1, started: 2 });
const ahead = (...names: string[]) => {
  const requests = new Map(names.map((name) => [name, sent()]));
  globalThis.podioKeyringAhead = requests;
  return requests;
};

afterEach(() => {
  globalThis.podioKeyringAhead = undefined;
  vi.useRealTimers();
});

test('a request that was sent ahead is taken once', () => {
  const first = ahead('GET /keyring ').get('GET /keyring ');
  expect(takeAhead('GET', '/keyring', null)).toBe(first);
  expect(takeAhead('GET', '/keyring', null)).toBeUndefined();
});

test('another body is another request', () => {
  ahead('POST /filter {"limit":30}');
  expect(takeAhead('POST', '/filter', '{"limit":100}')).toBeUndefined();
});

test('whatever else is asked for ends it: what was answered before a change is no answer after it', () => {
  ahead('GET /keyring ');
  takeAhead('POST', '/auth/app', '{}');
  expect(takeAhead('GET', '/keyring', null)).toBeUndefined();
});

test('what a page asks of its server alone ends nothing', () => {
  const rows = ahead('GET /rows ').get('GET /rows ');
  takeAhead('GET', '/auth/config', null);
  expect(takeAhead('GET', '/rows', null)).toBe(rows);
});

test('who cancels the request cancels what was sent ahead, also before it is taken', () => {
  const one = ahead('GET /one ').get('GET /one ');
  const cancel = new AbortController();
  takeAhead('GET', '/one', null, cancel.signal);
  expect(one?.controller.signal.aborted).toBe(false);
  cancel.abort();
  expect(one?.controller.signal.aborted).toBe(true);

  const two = ahead('GET /two ').get('GET /two ');
  takeAhead('GET', '/two', null, cancel.signal);
  expect(two?.controller.signal.aborted).toBe(true);
});

test.each([
  ['is handed on at once', 999_999, true],
  ['where it is large, after the page could answer in between', 1_000_000, false],
])('an answer %s', async (_how, bytes, atOnce) => {
  vi.useFakeTimers();
  const body = new Uint8Array(bytes).fill(32);
  ahead('GET /rows ').set('GET /rows ', { ...sent(), answer: Promise.resolve({ response: new Response(), bytes: body }) });
  let carried: Awaited<ReturnType<typeof carryAhead>> | undefined;
  const carrying = carryAhead('/rows', { method: 'GET', body: null, signal: null }).then((answer) => {
    carried = answer;
  });
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  expect(carried !== undefined).toBe(atOnce);
  await vi.runAllTimersAsync();
  await carrying;
  expect(carried?.text).toHaveLength(bytes);
});
