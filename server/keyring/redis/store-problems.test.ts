import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../http/problems.ts';
import { StoreRefusedError } from '../store.ts';
import { hostOf, isWrongType, plain, refusal, storeUnavailable, wasLost } from './store-problems.ts';

const named = (name: string, message: string) => Object.assign(new Error(message), { name });
const coded = (code: string) => Object.assign(new Error('no'), { code });

describe('a failure of the store', () => {
  it('is told without the command and what it was given', () => {
    const error = Object.assign(new Error('WRONGTYPE of key'), { command: { args: ['a secret'] }, code: 'ECODE' });
    const problem = storeUnavailable(error);
    expect(problem).toMatchObject({ code: 'store_unavailable', retryAfterSeconds: 1 });
    expect(problem.cause).toEqual(Object.assign(new Error('WRONGTYPE of key'), { code: 'ECODE' }));
    expect(JSON.stringify(Object.entries(problem.cause as Error))).toBe('[["code","ECODE"]]');
    expect(Object.keys(plain(new Error('plain')) as Error)).toEqual([]);
    expect(plain(undefined)).toBeUndefined();
  });

  it.each([
    ['the answer of a value of another kind', () => storeUnavailable(new Error('WRONGTYPE Operation against a key')), true],
    ['another answer', () => storeUnavailable(new Error('OOM command not allowed')), false],
    ['one that only tells of such an answer', () => storeUnavailable(new Error('no WRONGTYPE here')), false],
    ['a problem without a cause', () => new ProblemError('store_unavailable', 'Away.'), false],
    ['an error that is none of ours', () => new Error('WRONGTYPE Operation against a key'), false],
    ['nothing', () => undefined, false],
  ])('says whether somebody else’s value is there: %s', (_what, failure, expected) => {
    expect(isWrongType(failure())).toBe(expected);
  });

  it.each([
    [named('MaxRetriesPerRequestError', 'Reached the max retries'), true],
    [new Error('Connection is closed.'), true],
    [new Error("Stream isn't writeable and enableOfflineQueue options is false"), true],
    [new Error('Command aborted due to connection close'), true],
    [new Error("READONLY You can't write against a read only replica."), true],
    [new Error('OOM command not allowed'), false],
    [new Error('the store did not answer in time'), false],
    [new Error('it said: Connection is closed.'), false],
  ])('%s may be asked again: %s', (error, expected) => {
    expect(wasLost(error)).toBe(expected);
  });
});

describe('a store that will never let us in', () => {
  const url = 'rediss://user:a-password@store.example:6380/1';

  it.each([
    [new Error('WRONGPASS invalid username-password pair'), 'user and password'],
    [new Error('NOAUTH Authentication required.'), 'asks for a password'],
    [new Error("NOPERM this user has no permissions to run the 'info' command"), 'NOPERM'],
    [new Error('ERR AUTH <password> called without any password configured'), 'ERR AUTH'],
    [new Error('ERR invalid password'), 'ERR invalid password'],
    [new Error('ERR DB index is out of range'), 'ERR DB index'],
    [coded('ERR_SSL_WRONG_VERSION_NUMBER'), 'ERR_SSL_WRONG_VERSION_NUMBER'],
    [coded('ERR_TLS_CERT_ALTNAME_INVALID'), 'ERR_TLS_CERT_ALTNAME_INVALID'],
    [coded('CERT_HAS_EXPIRED'), 'CERT_HAS_EXPIRED'],
    [coded('SELF_SIGNED_CERT_IN_CHAIN'), 'SELF_SIGNED_CERT_IN_CHAIN'],
    [coded('UNABLE_TO_VERIFY_LEAF_SIGNATURE'), 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
    [coded('DEPTH_ZERO_SELF_SIGNED_CERT'), 'DEPTH_ZERO_SELF_SIGNED_CERT'],
  ])('ST11 %s is named with its host, without a password', (error, why) => {
    const refused = refusal(url, error);
    expect(refused).toBeInstanceOf(StoreRefusedError);
    expect(refused?.message).toContain('store.example:6380');
    expect(refused?.message).toContain(why);
    expect(refused?.message).not.toMatch(/a-password|user:/);
  });

  it.each([
    new Error('LOADING Redis is loading the dataset in memory'),
    new Error('connect ECONNREFUSED'),
    new Error('it answered NOAUTH'),
    coded('ECONNREFUSED'),
    coded('ENOTFOUND'),
    coded('MY_ERR_SSL'),
    coded('NOT_IN_CERT_CHAIN_YET'),
  ])('ST12 %s may pass', (error) => {
    expect(refusal(url, error)).toBeUndefined();
  });

  it('is quoted on one line, and not for ever', () => {
    const said = refusal(url, new Error(`ERR invalid password\n\t${'x'.repeat(1000)}`))?.message ?? '';
    expect(said).toMatch(/ERR invalid password x+\. /);
    expect(said.length).toBeLessThan(300);
  });

  it.each([
    [url, 'store.example:6380'],
    ['/run/redis.sock', '/run/redis.sock'],
    ['/run/redis.sock?password=a-password', '/run/redis.sock'],
  ])('is at the host of %s: %s', (address, host) => {
    expect(hostOf(address)).toBe(host);
  });
});
