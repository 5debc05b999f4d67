import { describe, expect, it } from 'vitest';
import type { LoggedCall } from '../api/call-log.ts';
import { type Wanted, wantedCalls } from './use-calls.ts';

const call = (method: string, path: string, status: number, more: Partial<LoggedCall> = {}): LoggedCall => ({
  id: 0,
  authId: 'app-1',
  method,
  path,
  status,
  at: 0,
  ms: 1,
  ...more,
});
const calls = [
  call('GET', '/app/22119', 200),
  call('POST', '/item/app/22119/filter/', 420),
  call('DELETE', '/item/7', 403, { noAnswer: 'read_only' }),
];
const found = (wanted: Partial<Wanted>) => wantedCalls(calls, { text: '', outcome: 'all', ...wanted }).map(({ path }) => path);

describe('looking for calls', () => {
  it('finds by words of method, path and status, in any order and case', () => {
    expect(found({ text: 'FILTER post' })).toEqual(['/item/app/22119/filter/']);
    expect(found({ text: '420' })).toEqual(['/item/app/22119/filter/']);
    expect(found({ text: '22119' })).toHaveLength(2);
    expect(found({ text: 'read_only' })).toEqual(['/item/7']);
  });
  it('tells those that failed from those that did not', () => {
    expect(found({ outcome: 'failed' })).toEqual(['/item/app/22119/filter/', '/item/7']);
    expect(found({ outcome: 'succeeded' })).toEqual(['/app/22119']);
  });
  it('finds nothing where nothing fits', () => {
    expect(found({ text: 'space' })).toEqual([]);
  });
});
