import { act, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { authentication, json, keyringOf, renderApp, sandboxConfig, stubNetwork } from '../testing.tsx';

const ada = authentication('user-1', 'Ada Lovelace');
const left = (remaining: number) => ({ headers: { 'x-rate-limit-limit': '1000', 'x-rate-limit-remaining': String(remaining) } });

afterEach(() => {
  vi.useRealTimers();
});

describe('the home of a person', () => {
  it('says that it does not read again by itself while few calls are left', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
    stubNetwork({
      'GET /keyring': keyringOf(ada),
      'GET /auth/config': sandboxConfig,
      'GET /keyring/user-1/api/org/': () =>
        json([{ org_id: 1, name: 'Acme', spaces: [{ space_id: 2, name: 'CRM', org_id: 1 }] }], left(21)),
      'GET /keyring/user-1/api/app/space/2/': () => json([{ app_id: 3, config: { name: 'Bugs' } }], left(20)),
    });
    renderApp('/as/user-1');
    await screen.findByText('Bugs');
    const sentence = 'Not read again by itself: fewer than 50 calls are left.';
    expect(screen.queryByText(sentence)).toBeNull();
    act(() => vi.advanceTimersByTime(60_000));
    expect(screen.getByText(sentence)).toBeTruthy();
  });
});
