import { describe, expect, it } from 'vitest';
import type { Entry, HeldTokens } from './authentication.ts';
import { publicAuthentication } from './authentication.ts';
import { newEntry } from './new-entry.ts';

const entry: Entry = {
  id: 'app-22117',
  method: 'app',
  ref: { type: 'app', id: 22117 },
  name: 'Deliver…',
  scope: null,
  issuedAt: Date.parse('2026-01-01T00:00:00Z') / 1000,
  expiresAt: Date.parse('2026-01-01T08:00:00Z') / 1000,
  readOnly: true,
  mark: 'AAAAAAAAAAA',
};
const held: HeldTokens = {
  tokens: {
    accessToken: 'access',
    refreshToken: 'refresh',
    obtainedAt: Date.parse('2026-01-03T00:00:00.250Z'),
    expiresAt: Date.parse('2026-01-03T08:00:00.250Z'),
    ref: entry.ref,
    scope: 'space:all',
  },
  name: 'Deliverables of this year',
  scope: 'space:all',
};
const shown = { id: 'app-22117', method: 'app', ref: { type: 'app', id: 22117 }, readOnly: true, issuedAt: '2026-01-01T00:00:00.000Z' };

describe('what a browser sees of an authentication', () => {
  it('is that of the sign-in in the list, renewable for 28 days from then', () => {
    expect(publicAuthentication(entry)).toEqual({
      ...shown,
      name: 'Deliver…',
      scope: null,
      expiresAt: '2026-01-01T08:00:00.000Z',
      renewableUntil: '2026-01-29T00:00:00.000Z',
    });
  });

  it('is the present one where its tokens are at hand, with name and scope whole, renewable for 28 days from the last answer', () => {
    expect(publicAuthentication(entry, held)).toEqual({
      ...shown,
      name: 'Deliverables of this year',
      scope: 'space:all',
      expiresAt: '2026-01-03T08:00:00.250Z',
      renewableUntil: '2026-01-31T00:00:00.250Z',
    });
    expect(publicAuthentication({ ...entry, scope: 'global:all' }, { ...held, scope: null })).toMatchObject({ scope: null });
  });
});

describe('what a keyring lists of a sign-in', () => {
  const signIn = { method: 'app', ref: entry.ref, name: 'Deliverables', scope: 'space:all', tokens: held.tokens } as const;

  it('has its times in whole seconds, and a mark of its own each time', () => {
    const [first, second] = [newEntry(signIn, undefined), newEntry(signIn, undefined)];
    expect(first).toEqual({
      ...entry,
      name: 'Deliverables',
      scope: 'space:all',
      issuedAt: Date.parse('2026-01-03T00:00:00Z') / 1000,
      expiresAt: Date.parse('2026-01-03T08:00:00Z') / 1000,
      readOnly: false,
      mark: expect.stringMatching(/^[\w-]{11}$/),
    });
    expect(second.mark).not.toBe(first.mark);
  });

  it('stays read-only where it takes the place of one that was', () => {
    expect(newEntry(signIn, entry).readOnly).toBe(true);
    expect(newEntry(signIn, { ...entry, readOnly: false }).readOnly).toBe(false);
  });
});
