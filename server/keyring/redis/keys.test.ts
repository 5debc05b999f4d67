import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { attemptsKeys, authenticationKey, authenticationPrefix, leaseKey, listingsKey, loginsKey, refusalKey } from './keys.ts';

it('ST13 things lie where an instance of another version looks for them, what belongs together in one slot of a cluster', () => {
  expect([
    listingsKey('k'),
    authenticationPrefix('k'),
    authenticationKey('k', 'app-7'),
    leaseKey('k', 'app-7'),
    refusalKey('k', 'app-7'),
    loginsKey('b'),
  ]).toEqual([
    'podio-keyring:{k}',
    'podio-keyring:{k}:',
    'podio-keyring:{k}:app-7',
    'podio-keyring:{k}:app-7:lease',
    'podio-keyring:{k}:app-7:refused',
    'podio-keyring:logins:{b}',
  ]);
  const hash = createHash('sha256').update('name Ada').digest('base64url');
  expect(attemptsKeys('name Ada')).toEqual([`podio-keyring:attempts:{${hash}}`, `podio-keyring:attempts:{${hash}}:running`]);
});
