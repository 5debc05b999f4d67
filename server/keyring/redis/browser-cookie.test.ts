import { describe, expect, it } from 'vitest';
import { cookieNames } from '../../http/cookies.ts';
import { createSealer } from '../seal.ts';
import { createBrowserCookies, newBrowserId, newStoredKeyring } from './browser-cookie.ts';

const names = cookieNames('podio');
const secrets = ['s'.repeat(32)];
const day = 24 * 3600 * 1000;
let time = 1_800_000_000_000;
const create = () => createBrowserCookies(secrets, names, () => time);
const pairOf = (line: string) => line.split(';', 1)[0] ?? '';
const sealed = (plain: Buffer, purpose = 'browser') => `${names.keyring}=${createSealer(secrets, purpose).seal(plain, '')}`;

describe('the cookie of a browser whose keyring is in a store', () => {
  it('gives back what was written, the first time and the second, with a key that opens what it sealed', () => {
    const cookie = { browserId: newBrowserId(), keyring: newStoredKeyring() };
    const cookies = create();
    const header = pairOf(cookies.write(cookie));
    const stored = cookie.keyring.sealer.seal(Buffer.alloc(40_000, 'x'), 'place');
    for (const reader of [cookies, cookies, create()]) {
      const { browserId, keyring } = reader.read(header) ?? {};
      expect([browserId, keyring?.id, keyring?.key]).toEqual([cookie.browserId, cookie.keyring.id, cookie.keyring.key]);
      expect([keyring?.sealer.open(stored, 'place')?.length, keyring?.sealer.open(stored, 'elsewhere')]).toEqual([40_000, undefined]);
    }
  });

  it('may hold no keyring: the browser keeps its id', () => {
    const browserId = newBrowserId();
    expect(create().read(pairOf(create().write({ browserId, keyring: undefined })))).toEqual({ browserId, keyring: undefined });
    expect(create().read(undefined)).toBeUndefined();
  });

  it('names nothing that was named before', () => {
    const [one, other] = [newStoredKeyring(), newStoredKeyring()];
    expect(new Set([one.id, other.id, newBrowserId(), newBrowserId()]).size).toBe(4);
    expect(one.key).not.toEqual(other.key);
    expect([one.key.length, one.id.length]).toEqual([32, 22]);
  });

  it('CK12 ends 400 days after it was written, whatever the browser thinks', () => {
    const cookies = create();
    const header = pairOf(cookies.write({ browserId: newBrowserId(), keyring: undefined }));
    time += 400 * day - 1000;
    expect(cookies.read(header)).toBeDefined();
    time += 1000;
    expect(cookies.read(header)).toBeUndefined();
    time = 1_800_000_000_000;
  });

  it('CK11 is cleared where it was set', () => {
    const attributes = 'Path=/; Secure; HttpOnly; SameSite=Strict';
    expect(create().write({ browserId: newBrowserId(), keyring: undefined })).toMatch(new RegExp(`; ${attributes}; Max-Age=34560000$`));
    expect(create().clear()).toBe(`__Host-Http-keyring=; ${attributes}; Max-Age=0`);
  });

  it('CK8 is the only one that opens, among others of its name', () => {
    const header = pairOf(create().write({ browserId: newBrowserId(), keyring: undefined }));
    for (const planted of [`${names.keyring}=x; ${header}`, `${header}; ${names.keyring}=x`]) expect(create().read(planted)).toBeDefined();
  });

  it.each([
    ['as it is', 1, 69, 'browser', true],
    ['without a keyring', 1, 21, 'browser', true],
    ['of a version that does not exist yet', 2, 69, 'browser', false],
    ['a byte too short', 1, 68, 'browser', false],
    ['a byte too long', 1, 70, 'browser', false],
    ['a byte too short for an id', 1, 20, 'browser', false],
    ['of another kind', 1, 69, 'keyring', false],
  ])('is absent in any form but its own: %s', (_what, version, length, purpose, opens) => {
    const plain = Buffer.alloc(length, 1);
    plain[0] = version;
    plain.writeUInt32BE(time / 1000, 1);
    expect(create().read(sealed(plain, purpose)) !== undefined).toBe(opens);
  });

  it('is also that which an earlier version of this program set, and opens what it stored: the format stays', () => {
    const value =
      'AcCtx5AeQDPJpitbXdtef94oKhRKysOVQkC4AHcn5LyPHPPhhyIc7U6diEEZcS5k2kXOJSFxk8r6__IVmVitLuwWg3WcRXG1dYIp6MeodeNf5Z0MLbISXz-zp9BHasFFo4S6RU9p';
    const { browserId, keyring } = create().read(`${names.keyring}=${value}`) ?? {};
    expect([browserId, keyring?.id]).toEqual(['AQEBAQEBAQEBAQEBAQEBAQ', '-T8SGYJKEWACOEgzi7ldkg']);
    expect(String(keyring?.sealer.open('AZnu6Dti70x4Gm-YIntsE114OVfk_ynNq4snmxycIVolXgppTh1K', 'place'))).toBe('stored');
  });

  it('LG5 that an unknown secret sealed is told of', () => {
    const told: string[] = [];
    const cookies = createBrowserCookies(
      ['t'.repeat(32)],
      names,
      () => time,
      (purpose) => told.push(purpose),
    );
    expect(cookies.read(pairOf(create().write({ browserId: newBrowserId(), keyring: undefined })))).toBeUndefined();
    expect(told).toEqual(['browser']);
  });
});
