import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { authentication, keyringOf, problem, renderApp, sandboxConfig, stubNetwork } from '../testing.tsx';

const bugs = authentication('app-22119', 'Bugs');
const base = { 'GET /auth/config': sandboxConfig, 'GET /keyring': keyringOf() };
const id = () => screen.findByLabelText<HTMLInputElement>('App ID');
const token = () => screen.getByLabelText<HTMLInputElement>('App token');
const submit = () => userEvent.click(screen.getByRole('button', { name: 'Sign in as app' }));

describe('the form for an app', () => {
  it('names each empty field, in the summary and at the field, and focuses the summary', async () => {
    const sent = stubNetwork(base);
    renderApp('/sign-in/app');
    await id();
    await submit();
    const summary = screen.getByRole('alert', { name: 'There is a problem' });
    expect(document.activeElement).toBe(summary);
    expect(summary.textContent).toContain('Enter the app ID');
    expect(summary.textContent).toContain('Enter the app token');
    expect(document.title).toMatch(/^Error: /);
    await userEvent.click(screen.getByRole('link', { name: 'Enter the app token' }));
    expect(document.activeElement).toBe(token());
    expect(sent.some(({ method }) => method === 'POST')).toBe(false);
  });

  it('goes on naming them in a language that is chosen meanwhile, and leaves the focus on its button', async () => {
    stubNetwork(base);
    renderApp('/sign-in/app');
    await id();
    await submit();
    try {
      await userEvent.click(screen.getByRole('button', { name: 'Dansk' }));
      expect((await screen.findByRole('alert', { name: 'Der er et problem' })).textContent).toContain('Skriv app-id’et');
      expect(screen.getByLabelText('App-token').getAttribute('aria-describedby')).toBeTruthy();
      expect(document.activeElement).toBe(screen.getByRole('button', { name: 'English' }));
    } finally {
      await userEvent.click(screen.getByRole('button', { name: 'English' }));
      await screen.findByRole('alert', { name: 'There is a problem' });
    }
  });

  it('fills both fields from one paste', async () => {
    stubNetwork(base);
    renderApp('/sign-in/app');
    await userEvent.click(await id());
    await userEvent.paste('22119\tsandbox-app-token-22119');
    expect((await id()).value).toBe('22119');
    expect(token().value).toBe('sandbox-app-token-22119');
    await waitFor(() => expect(screen.getByText('Filled in app ID and app token.')).toBeTruthy());
  });

  it('says that an address is not the id', async () => {
    stubNetwork(base);
    renderApp('/sign-in/app');
    await userEvent.click(await id());
    await userEvent.paste('https://podio.com/acme/crm/apps/bugs');
    expect(screen.getAllByText("That is the app's address. The ID is under Developer.").length).toBeGreaterThan(0);
  });

  it('takes the id from the address of the page', async () => {
    stubNetwork(base);
    renderApp('/sign-in/app?app=22118');
    expect((await id()).value).toBe('22118');
  });

  it('empties the token when Podio refuses it, and keeps the id', async () => {
    stubNetwork({ ...base, 'POST /auth/app': () => problem(401, 'invalid_credentials') });
    renderApp('/sign-in/app');
    await userEvent.type(await id(), '22119');
    await userEvent.type(token(), 'wrong-token');
    await submit();
    await screen.findByRole('alert');
    expect((await id()).value).toBe('22119');
    expect(token().value).toBe('');
    expect(screen.getByRole('link', { name: /^Podio did not accept this app ID and token/ })).toBeTruthy();
  });

  it('keeps everything typed when Podio cannot be reached', async () => {
    stubNetwork({ ...base, 'POST /auth/app': () => problem(502, 'podio_unreachable') });
    renderApp('/sign-in/app');
    await userEvent.type(await id(), '22119');
    await userEvent.type(token(), 'some-token');
    await submit();
    await screen.findByRole('alert');
    expect(token().value).toBe('some-token');
  });

  it('trims what was typed, signs in, keeps the label and comes back to where it was asked for', async () => {
    let held = keyringOf();
    const sent = stubNetwork({
      ...base,
      'GET /keyring': () => held,
      'POST /auth/app': () => {
        held = keyringOf(bugs);
        return { authentication: bugs };
      },
    });
    renderApp('/sign-in/app?return=%2Fauthentications');
    await userEvent.type(await id(), ' 22119 ');
    await userEvent.type(token(), ' sandbox-app-token-22119 ');
    await userEvent.type(screen.getByLabelText('Label (optional)'), 'Bugs, staging');
    await submit();
    await screen.findByRole('heading', { level: 1, name: 'Authentications' });
    expect(sent.find(({ method }) => method === 'POST')?.body).toEqual({ appId: '22119', appToken: 'sandbox-app-token-22119' });
    expect(screen.getByRole('link', { name: 'Bugs, staging' })).toBeTruthy();
    expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain('token');
  });

  it('says that the keyring is full and offers those used longest ago', async () => {
    stubNetwork({
      ...base,
      'GET /keyring': { authentications: [bugs], capacity: 1 },
      'POST /auth/app': () => problem(409, 'keyring_full'),
    });
    renderApp('/sign-in/app');
    await userEvent.type(await id(), '22118');
    await userEvent.type(token(), 'sandbox-app-token-22118');
    await submit();
    await screen.findByRole('heading', { level: 1, name: 'Your keyring is full' });
    expect(screen.getByText(/^It holds 1 of 1 authentications/)).toBeTruthy();
    expect(screen.getByText('You will need the app token again.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Sign out of Bugs (app 22119)' })).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.getAllByText('Still full.').length).toBeGreaterThan(0));
  });

  it('keeps what is typed as the token out of the document', async () => {
    stubNetwork(base);
    renderApp('/sign-in/app');
    await userEvent.type(await id(), '22119');
    await userEvent.type(token(), 'a-secret-of-mine');
    await userEvent.click(screen.getByRole('button', { name: 'Show app token' }));
    expect(token().value).toBe('a-secret-of-mine');
    expect(document.documentElement.outerHTML).not.toContain('a-secret-of-mine');
  });

  it('shows and covers the token, and says so', async () => {
    stubNetwork(base);
    renderApp('/sign-in/app');
    await id();
    await userEvent.click(screen.getByRole('button', { name: 'Show app token' }));
    expect(token().type).toBe('text');
    expect(screen.getByText('App token is shown')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Hide app token' }));
    expect(token().type).toBe('password');
  });
});
