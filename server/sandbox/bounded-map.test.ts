import { describe, expect, it } from 'vitest';
import { BoundedMap } from './bounded-map.ts';
import { Clock } from './clock.ts';
import { GrantStore } from './grant-store.ts';
import { defaultSettings } from './settings.ts';

describe('what the sandbox remembers is bounded', () => {
  it('a map forgets its oldest entries', () => {
    const map = new BoundedMap<number, string>(3);
    for (let key = 1; key <= 5; key += 1) map.set(key, `value ${key}`);
    expect([...map.keys()]).toEqual([3, 4, 5]);
    map.set(4, 'again');
    expect(map.size).toBe(3);
    expect(map.get(4)).toBe('again');
  });

  it('the oldest tokens are forgotten after 20,000 others, however often one signs in or refreshes', () => {
    const grants = new GrantStore(new Clock());
    const settings = { ...defaultSettings, rotateRefreshTokens: true };
    const first = grants.issue('sandbox', { type: 'app', id: 22117 }, 'global:all', settings);
    let { refreshToken } = first;
    for (let count = 0; count < 20_000; count += 1) refreshToken = grants.refresh(refreshToken, settings).refreshToken;
    const { accessTokens, refreshTokens } = grants.issued();
    expect([accessTokens.length, refreshTokens.length]).toEqual([20_000, 20_000]);
    expect(grants.findAccessToken(first.accessToken.token)).toBeUndefined();
    expect(grants.findRefreshToken(refreshToken.token)).toBe(refreshToken);
  });
});
