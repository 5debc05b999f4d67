import { act, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { learnSpaces } from '../api/known-spaces.ts';
import { authentication, keyringOf, renderApp, sandboxConfig, stubNetwork } from '../testing.tsx';

describe('a link for somebody this browser does not hold', () => {
  it('names the app where Podio has told its name in this tab, and leads to the form for it', async () => {
    stubNetwork({ 'GET /auth/config': sandboxConfig, 'GET /keyring': keyringOf(authentication('user-1', 'Ada Lovelace')) });
    renderApp('/as/app-22118/explorer');
    await screen.findByRole('heading', { level: 1, name: 'This link needs app 22118' });
    const call = { method: 'GET', path: '/app/22118' };
    const json = { app_id: 22118, config: { name: 'Leads' } };
    act(() => learnSpaces({ call, status: 200, statusText: 'OK', headers: [], text: '', json, ms: 1, bytes: 1, at: 0 }));
    screen.getByRole('heading', { level: 1, name: 'This link needs Leads (app 22118)' });
    expect(screen.getByRole('link', { name: 'Add app 22118' }).getAttribute('href')).toMatch(/^\/sign-in\/app\?app=22118&return=/);
    expect(screen.getByRole('link', { name: /Ada Lovelace/ }).getAttribute('href')).toBe('/as/user-1/explorer');
  });
});
