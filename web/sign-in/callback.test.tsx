import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { authentication, json, keyringOf, problem, renderApp, sandboxConfig, stubNetwork } from '../testing.tsx';
import { takeArrival } from './callback-arrival.ts';

const ada = authentication('user-1', 'Ada Lovelace');
const base = { 'GET /auth/config': sandboxConfig, 'GET /keyring': keyringOf(ada), 'GET /keyring/user-1/api/org/': [] };

/** As the browser arrives from Podio, through what `main.tsx` does. */
function arrive(search: string) {
  history.replaceState(null, '', `/callback${search}`);
  const arrival = takeArrival();
  return renderApp(location.pathname + location.search, arrival);
}

beforeEach(() => history.replaceState(null, '', '/callback'));

describe('coming back from Podio', () => {
  it('posts the code exactly once, also under StrictMode, and lands where the sign-in was asked for', async () => {
    const sent = stubNetwork({ ...base, 'POST /auth/callback': { authentication: ada, returnTo: '/authentications' } });
    arrive('?code=one-use&state=s1');
    await screen.findByRole('heading', { level: 1, name: 'Authentications' });
    expect(sent.filter(({ url }) => url === '/auth/callback')).toEqual([
      { method: 'POST', url: '/auth/callback', body: { code: 'one-use', state: 's1' } },
    ]);
    expect(screen.getAllByText(/^Signed in as Ada Lovelace\./).length).toBeGreaterThan(0);
  });

  it('has taken code and state out of the address before anything is sent', async () => {
    const addresses: string[] = [];
    stubNetwork({
      ...base,
      'POST /auth/callback': () => {
        addresses.push(location.href);
        return { authentication: ada, returnTo: '/authentications' };
      },
    });
    arrive('?code=one-use&state=s1');
    await screen.findByRole('heading', { level: 1, name: 'Authentications' });
    expect(addresses).toEqual(['http://localhost:3000/callback']);
  });

  it('shows what was granted beside what was asked', async () => {
    sessionStorage.setItem('keyring:sign-in-under-way', JSON.stringify({ scope: 'space:read', held: [] }));
    stubNetwork({
      ...base,
      'POST /auth/callback': { authentication: { ...ada, scope: 'space_1:read' }, returnTo: '/authentications' },
    });
    arrive('?code=c&state=s');
    await screen.findByText('You asked for');
    expect(screen.getByText('space:read')).toBeTruthy();
    expect(screen.getByText('space_1:read')).toBeTruthy();
  });

  it('says that a person already held was renewed', async () => {
    sessionStorage.setItem('keyring:sign-in-under-way', JSON.stringify({ scope: 'global:all', held: ['user-1'] }));
    stubNetwork({ ...base, 'POST /auth/callback': { authentication: ada, returnTo: '/authentications' } });
    arrive('?code=c&state=s');
    expect((await screen.findAllByText(/You were already signed in as Ada Lovelace\. We renewed it\./)).length).toBeGreaterThan(0);
  });

  it('says so when another person signed in than the one who had to', async () => {
    sessionStorage.setItem(
      'keyring:sign-in-under-way',
      JSON.stringify({ held: ['user-1'], wanted: { id: 'user-1', name: 'Ada Lovelace' } }),
    );
    const bob = authentication('user-7', 'Bob Smith');
    stubNetwork({ ...base, 'GET /keyring': keyringOf(ada, bob), 'POST /auth/callback': { authentication: bob, returnTo: '/as/user-1' } });
    arrive('?code=c&state=s');
    await screen.findByText('You signed in as Bob Smith, not Ada Lovelace. Bob is now in your keyring. Ada still needs to sign in again.');
    expect(screen.getByRole('link', { name: 'Continue as Bob Smith' }).getAttribute('href')).toBe('/as/user-7');
    expect(screen.getByRole('link', { name: 'Try again as Ada Lovelace' })).toBeTruthy();
  });

  it('tells a tab opened for it that it can be closed', async () => {
    stubNetwork({ ...base, 'POST /auth/callback': { authentication: ada, returnTo: '/callback?again=user-1' } });
    arrive('?code=c&state=s');
    expect(await screen.findByText('You can close this tab.')).toBeTruthy();
  });
});

describe('a sign-in that did not work', () => {
  it("quotes Podio's words when the person said no, and focuses the title", async () => {
    const sent = stubNetwork({ ...base, 'POST /auth/callback': () => problem(403, 'access_denied', 'The user denied your request') });
    arrive('?error=access_denied&error_description=The+user+denied+your+request&state=s1');
    const title = await screen.findByRole('heading', { level: 1, name: 'You did not allow access' });
    expect(screen.getByText('The user denied your request').tagName).toBe('Q');
    expect(sent.filter(({ method }) => method === 'POST')).toHaveLength(1);
    await waitFor(() => expect(document.activeElement).toBe(title));
    expect(document.title).toMatch(/^Error: /);
  });

  it('posts nothing for a denial without a state', async () => {
    const sent = stubNetwork(base);
    arrive('?error=access_denied&error_description=No');
    await screen.findByRole('heading', { level: 1, name: 'You did not allow access' });
    expect(sent.filter(({ method }) => method === 'POST')).toEqual([]);
    expect(location.search).toBe('');
  });

  it('says that a bare callback was used before, with a way to the app', async () => {
    const sent = stubNetwork(base);
    arrive('');
    await screen.findByRole('heading', { level: 1, name: 'This sign-in was already used' });
    expect(screen.getByRole('link', { name: 'Go to your authentications' })).toBeTruthy();
    expect(sent.filter(({ method }) => method === 'POST')).toEqual([]);
  });

  it.each([
    [problem(403, 'state_mismatch'), 'This sign-in could not be matched'],
    [problem(502, 'podio_error', 'Podio said no'), 'Podio did not finish the sign-in'],
    [problem(409, 'keyring_full'), 'Your keyring is full'],
    [json('<html>', { status: 200 }), 'The keyring server did not finish the sign-in'],
  ])('has a page of its own for %#', async (reply, title) => {
    stubNetwork({ ...base, 'POST /auth/callback': () => (title.startsWith('The keyring server') ? new Response('<html>') : reply) });
    arrive('?code=c&state=s');
    expect(await screen.findByRole('heading', { level: 1, name: title })).toBeTruthy();
  });

  it('CB10 says that the browser does not keep cookies instead of going in circles', async () => {
    stubNetwork({ ...base, 'GET /keyring': keyringOf(), 'POST /auth/callback': { authentication: ada, returnTo: '/' } });
    arrive('?code=c&state=s');
    await screen.findByRole('heading', { level: 1, name: 'This browser did not keep the sign-in' });
    expect(screen.getByText(/Safari drops them on http:\/\/localhost/)).toBeTruthy();
  });
});
