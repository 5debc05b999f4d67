import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSealer } from './seal.ts';

const secret = 'a-secret-of-at-least-32-characters-1';
const other = 'a-secret-of-at-least-32-characters-2';
const text = (bytes: Buffer | undefined) => bytes?.toString();

describe('createSealer', () => {
  it('opens what it sealed, whatever it is', () => {
    const sealer = createSealer([secret], 'keyring');
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), fc.string(), (plain, boundTo) => {
        expect(sealer.open(sealer.seal(plain, boundTo), boundTo)).toEqual(Buffer.from(plain));
      }),
      { numRuns: 300 },
    );
  });

  it('opens nothing under another binding, another purpose or another secret', () => {
    const sealed = createSealer([secret], 'keyring').seal(Buffer.from('x'), 'here');
    expect(createSealer([secret], 'keyring').open(sealed, 'there')).toBeUndefined();
    expect(createSealer([secret], 'login').open(sealed, 'here')).toBeUndefined();
    expect(createSealer([other], 'keyring').open(sealed, 'here')).toBeUndefined();
  });

  it('CK3 takes any single changed, missing or added character for absent', () => {
    const sealer = createSealer([secret], 'keyring');
    const sealed = sealer.seal(Buffer.from('the tokens'), '');
    for (let at = 0; at < sealed.length; at++) {
      const changed = sealed[at] === 'A' ? 'B' : 'A';
      expect(sealer.open(sealed.slice(0, at) + changed + sealed.slice(at + 1), '')).toBeUndefined();
      expect(sealer.open(sealed.slice(0, at), '')).toBeUndefined();
      expect(sealer.open(`${sealed.slice(0, at)}!${sealed.slice(at)}`, '')).toBeUndefined();
    }
    expect(sealer.open(`${sealed}=`, '')).toBeUndefined();
    expect(sealer.open(`${sealed.replaceAll('-', '+').replaceAll('_', '/')}+`, '')).toBeUndefined();
    expect(sealer.open('', '')).toBeUndefined();
    expect(sealer.open('A'.repeat(100_000), '')).toBeUndefined();
  });

  it('KY1 opens what an older secret sealed, and seals with the first', () => {
    const before = createSealer([other], 'keyring').seal(Buffer.from('x'), '');
    const rotated = createSealer([secret, other], 'keyring');
    expect(text(rotated.open(before, ''))).toBe('x');
    expect(text(createSealer([secret], 'keyring').open(rotated.seal(Buffer.from('y'), ''), ''))).toBe('y');
  });

  it('KY2 takes what a removed secret sealed for absent', () => {
    const before = createSealer([other], 'keyring').seal(Buffer.from('x'), '');
    expect(createSealer([secret], 'keyring').open(before, '')).toBeUndefined();
  });

  it('KY6 takes an IV of its own for each value, also for the same one', () => {
    const sealer = createSealer([secret], 'keyring');
    const ivs = Array.from({ length: 20_000 }, () => Buffer.from(sealer.seal(Buffer.from('x'), ''), 'base64url').toString('hex', 5, 17));
    expect(new Set(ivs).size).toBe(20_000);
  });

  it('DS6 derives its keys once: what does not open costs no more than looking', () => {
    let derived = 0;
    const secrets = new Proxy([secret, other], {
      get(target, name) {
        if (name === '0' || name === '1') derived++;
        return Reflect.get(target, name);
      },
    });
    const sealer = createSealer(secrets, 'keyring');
    const atStart = derived;
    const foreign = createSealer([other], 'login').seal(Buffer.from('x'), '');
    const ours = sealer.seal(Buffer.from('x'), '');
    for (let index = 0; index < 5_000; index++) {
      expect(sealer.open(foreign, '')).toBeUndefined();
      expect(sealer.open(ours, `${index}`)).toBeUndefined();
    }
    expect([atStart, derived]).toEqual([2, 2]);
  });

  it('never seals the same twice to the same text', () => {
    const sealer = createSealer([secret], 'keyring');
    expect(new Set(Array.from({ length: 1000 }, () => sealer.seal(Buffer.from('x'), ''))).size).toBe(1000);
  });

  it('opens what an earlier version of this program sealed: the format stays', () => {
    const sealed = 'AUudXWWt3BzU2vLRqcACzp6lAGl3migqTvO1zHQuDl9ODzHlJ1_IA9Ap-jc';
    expect(text(createSealer([secret], 'keyring').open(sealed, 'bound'))).toBe('from before');
  });

  it('refuses a format that does not exist yet, what is shorter than nothing sealed, and what is longer than a cookie', () => {
    const sealer = createSealer([secret], 'keyring');
    const whole = Buffer.from(sealer.seal(Buffer.alloc(0), ''), 'base64url');
    expect(sealer.open(whole.toString('base64url'), '')).toEqual(Buffer.alloc(0));
    expect(sealer.open(Buffer.concat([Buffer.of(2), whole.subarray(1)]).toString('base64url'), '')).toBeUndefined();
    expect(sealer.open(whole.subarray(0, -1).toString('base64url'), '')).toBeUndefined();
    const fits = sealer.seal(Buffer.alloc(3039), '');
    expect([fits.length, sealer.open(fits, '')?.length]).toEqual([4096, 3039]);
    expect(sealer.open(sealer.seal(Buffer.alloc(3040), ''), '')).toBeUndefined();
  });

  it('is made with a secret at least', () => {
    expect(() => createSealer([], 'keyring')).toThrow('createSealer needs at least one secret');
  });

  it('LG5 tells of a key that it does not know, by the four bytes that name it, and of no other damage', () => {
    const told: string[] = [];
    const sealer = createSealer([secret], 'keyring', (purpose, keyId) => told.push(`${purpose} ${keyId}`));
    const foreign = createSealer([other], 'keyring').seal(Buffer.from('x'), '');
    expect(sealer.open(foreign, '')).toBeUndefined();
    expect(told).toEqual([`keyring ${Buffer.from(foreign, 'base64url').subarray(1, 5).toString('hex')}`]);
    const ours = sealer.seal(Buffer.from('x'), '');
    const changed = `${ours.slice(0, 30)}${ours[30] === 'A' ? 'B' : 'A'}${ours.slice(31)}`;
    for (const damaged of [changed, ours.slice(0, 20), '']) expect(sealer.open(damaged, '')).toBeUndefined();
    expect(told).toHaveLength(1);
  });
});
