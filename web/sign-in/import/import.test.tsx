import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import type { Authentication } from '../../../server/contract.ts';
import { authentication, problem, renderApp, sandboxConfig, stubNetwork } from '../../testing.tsx';

// The run outlives the page; it is forgotten when another page is come to.
afterEach(() => history.replaceState(null, '', '/'));

const tokenOf = (appId: number | string) => `token-of-app-${appId}-abcd`;
const lines = (...ids: number[]) => ids.map((id) => `${id},${tokenOf(id)}`).join('\n');
const field = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Apps to import' });
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }));
const row = (appId: number) => screen.getByRole('rowheader', { name: String(appId) }).closest('tr')?.textContent;

interface Options {
  held?: number[];
  capacity?: number;
  /** Answers in place of a success, once each. */
  refusals?: Record<number, (() => Response | Promise<Response>)[]>;
}

/** A token handler with a keyring that fills. */
function keyring({ held = [], capacity = 60, refusals = {} }: Options = {}) {
  const list: Authentication[] = held.map((id) => authentication(`app-${id}`, `App ${id}`));
  let underWay = 0;
  let most = 0;
  const signIn = async (body: { appId: string; appToken: string }) => {
    most = Math.max(most, ++underWay);
    await Promise.resolve();
    underWay--;
    const refusal = refusals[Number(body.appId)]?.shift();
    if (refusal) return refusal();
    if (body.appToken !== tokenOf(body.appId)) return problem(401, 'invalid_credentials');
    const isNew = list.every(({ id }) => id !== `app-${body.appId}`);
    if (isNew && list.length >= capacity) return problem(409, 'keyring_full');
    const signedIn = authentication(`app-${body.appId}`, `App ${body.appId}`);
    if (isNew) list.push(signedIn);
    return { authentication: signedIn };
  };
  const sent = stubNetwork({
    'GET /auth/config': { ...sandboxConfig, capacity },
    'GET /keyring': () => ({ authentications: [...list], capacity }),
    'POST /auth/app': ({ body }) => signIn(body as { appId: string; appToken: string }),
    'DELETE /keyring': () => {
      list.length = 0;
      return undefined;
    },
  });
  const asked = () => sent.filter(({ url }) => url === '/auth/app').map(({ body }) => (body as { appId: string }).appId);
  return { sent, list, asked, mostAtOnce: () => most };
}

async function check(text: string): Promise<void> {
  await userEvent.click(await field());
  await userEvent.paste(text);
  await press('Check lines');
}

describe('checking the lines', () => {
  it('says what each line will do, shows four characters of a token, and takes the text out of the page', async () => {
    keyring({ held: [22119] });
    renderApp('/sign-in/import');
    await check(`22119,${tokenOf(22119)},Bugs\n\nnothing here\n22118;${tokenOf(22118)}`);
    const table = await screen.findByRole('table', { name: 'Check' });
    expect(screen.getByRole('heading', { name: '2 apps found, 1 line not understood' })).toBe(document.activeElement);
    const rows = within(table)
      .getAllByRole('row')
      .map(({ textContent }) => textContent);
    expect(rows.slice(1)).toEqual(['122119…abcdBugsrenew', '3–Line 3: no app ID found', '422118…abcdadd']);
    expect(document.body.innerHTML).not.toContain('token-of-app');
  });

  it('goes back to the text as it was', async () => {
    keyring();
    renderApp('/sign-in/import');
    await check(lines(1, 2));
    await press('Edit');
    expect((await field()).value).toBe(lines(1, 2));
  });

  it('says so when there is nothing to check, and keeps the text where nothing was understood', async () => {
    keyring();
    renderApp('/sign-in/import');
    await field();
    await press('Check lines');
    expect((await field()).getAttribute('aria-invalid')).toBe('true');
    await check('Bugs, Leads');
    expect(await screen.findByRole('heading', { name: '0 apps found, 1 line not understood' })).toBeTruthy();
    expect((await field()).value).toBe('Bugs, Leads');
  });

  it('says when the keyring has no room for all', async () => {
    keyring({ held: [7], capacity: 2 });
    renderApp('/sign-in/import');
    await check(lines(1, 2, 7));
    expect(await screen.findByText('Your keyring has room for 1 more. The rest is not tried.')).toBeTruthy();
  });
});

describe('signing in', () => {
  it('goes one after another, does not stop at a rejected one, and keeps the labels', async () => {
    const { asked, mostAtOnce } = keyring({ held: [2] });
    renderApp('/sign-in/import');
    await check(`1,${tokenOf(1)},"One, first"\n2 ${tokenOf(2)}\n3 wrong-token-here\n4 ${tokenOf(4)}`);
    await press('Sign in 4 apps');
    await screen.findByRole('heading', { name: '3 signed in, 1 rejected.' });
    expect(asked()).toEqual(['1', '2', '3', '4']);
    expect(mostAtOnce()).toBe(1);
    expect(row(2)).toContain('renewed');
    expect(screen.getByRole('link', { name: 'One, first' }).getAttribute('href')).toBe('/as/app-1');
    const rejected = screen.getByRole('table', { name: 'Rejected' });
    expect(within(rejected).getByRole('row', { name: /^3 Podio did not accept this app ID and token\./ })).toBeTruthy();
    expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain('token');
    expect(document.body.innerHTML).not.toMatch(/token-of-app|wrong-token/);
  });

  it('puts back only the line that is to be fixed, and signs it in', async () => {
    const { list } = keyring();
    renderApp('/sign-in/import');
    await check(`1 ${tokenOf(1)}\n2 wrong-token-2 Two\n3 wrong-token-3`);
    await press('Sign in 3 apps');
    await press('Fix app 2');
    expect((await field()).value).toBe('2,wrong-token-2,Two');
    expect(document.activeElement).toBe(await field());
    expect(within(screen.getByRole('table', { name: 'Rejected' })).queryByRole('rowheader', { name: /^2/ })).toBeNull();
    await userEvent.clear(await field());
    await check(`2 ${tokenOf(2)}`);
    await press('Sign in 1 app');
    await screen.findByRole('heading', { name: '1 signed in.' });
    expect(list.map(({ id }) => id)).toEqual(['app-1', 'app-2']);
    // The other one is not forgotten.
    expect(screen.getByRole('button', { name: 'Fix app 3' })).toBeTruthy();
  });

  it('leaves out what would be new in a full keyring, renews what it holds, and takes the rest up again', async () => {
    const { asked, list } = keyring({ held: [8, 9], capacity: 3 });
    renderApp('/sign-in/import');
    await check(lines(1, 2, 3, 9));
    await press('Sign in 4 apps');
    await screen.findByRole('heading', { name: '2 signed in, 2 not tried.' });
    expect(asked()).toEqual(['1', '2', '9']);
    expect([row(2), row(3)]).toEqual(['2…abcdnot tried: keyring is full', '3…abcdnot tried: keyring is full']);
    expect(row(9)).toContain('renewed');
    list.splice(0, 1);
    await press('Go on with 2 apps');
    await screen.findByRole('heading', { name: '1 signed in, 1 not tried.' });
    expect(list.map(({ id }) => id)).toEqual(['app-9', 'app-1', 'app-2']);
  });

  it('waits as long as the server says, says so, and goes on', async () => {
    const { asked } = keyring({ refusals: { 2: [() => problem(429, 'too_many_attempts', 'wait', { 'retry-after': '1' })] } });
    renderApp('/sign-in/import');
    await check(lines(1, 2, 3));
    await press('Sign in 3 apps');
    expect(await screen.findByText('Too many apps were rejected within a minute. Going on in 1 second.')).toBeTruthy();
    await screen.findByRole('heading', { name: '3 signed in.' }, { timeout: 5000 });
    expect(asked()).toEqual(['1', '2', '2', '3']);
  });

  it('can be stopped while it waits; the rest can be gone on with', async () => {
    const { asked } = keyring({ refusals: { 2: [() => problem(429, 'too_many_attempts', 'wait', { 'retry-after': '600' })] } });
    renderApp('/sign-in/import');
    await check(lines(1, 2, 3));
    await press('Sign in 3 apps');
    await screen.findByText(/Going on in \d+ seconds/);
    await press('Stop');
    await screen.findByRole('heading', { name: '1 signed in, 2 not tried.' });
    await press('Go on with 2 apps');
    await screen.findByRole('heading', { name: '2 signed in.' });
    expect(asked()).toEqual(['1', '2', '2', '3']);
  });

  it('finishes the app under way when it is stopped', async () => {
    let answer = () => {};
    const slow = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const { list } = keyring({ refusals: { 1: [() => slow.then(() => problem(401, 'invalid_credentials'))] } });
    renderApp('/sign-in/import');
    await check(lines(1, 2));
    await press('Sign in 2 apps');
    await press('Stop');
    await screen.findByRole('button', { name: 'Stopping…' });
    answer();
    await screen.findByRole('heading', { name: '0 signed in, 1 rejected, 1 not tried.' });
    expect(list).toEqual([]);
  });

  it('pauses when the server does not answer, and goes on where it was', async () => {
    const { asked } = keyring({ refusals: { 2: [() => Promise.reject(new TypeError('fetch failed'))] } });
    renderApp('/sign-in/import');
    await check(lines(1, 2, 3));
    await press('Sign in 3 apps');
    expect((await screen.findByRole('alert')).textContent).toContain('The keyring server does not answer. Nothing is lost.');
    expect(screen.getByText('1 of 3')).toBeTruthy();
    await press('Go on');
    await screen.findByRole('heading', { name: '3 signed in.' });
    expect(asked()).toEqual(['1', '2', '2', '3']);
  });

  it('stops for all when no app is to blame', async () => {
    const { asked } = keyring({ refusals: { 1: [() => problem(502, 'client_rejected')] } });
    renderApp('/sign-in/import');
    await check(lines(1, 2));
    await press('Sign in 2 apps');
    await screen.findByText(/^It stopped: This keyring is not set up right/);
    expect(asked()).toEqual(['1']);
    expect(screen.getByRole('button', { name: 'Go on with 2 apps' })).toBeTruthy();
  });

  it('gives lines that were not understood back to be mended', async () => {
    keyring();
    renderApp('/sign-in/import');
    await check(`${lines(1)}\n${tokenOf(2)} 2`);
    await press('Sign in 1 app');
    await screen.findByRole('heading', { name: '1 signed in.' });
    await press('Edit 1 line');
    expect((await field()).value).toBe(`${tokenOf(2)} 2`);
  });
});

describe('leaving the page', () => {
  it('is asked about while a run is under way, which goes on when another page of the app is looked at', async () => {
    let answer = () => {};
    const slow = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const { list } = keyring({ refusals: { 1: [() => slow.then(() => problem(401, 'invalid_credentials'))] } });
    renderApp('/sign-in/import');
    await check(lines(1, 2));
    await press('Sign in 2 apps');
    await screen.findByText('0 of 2');
    expect(asksBeforeLeaving()).toBe(true);
    await userEvent.click(screen.getByRole('link', { name: 'Other ways to sign in' }));
    await screen.findByRole('heading', { level: 1, name: 'Sign in to Podio' });
    answer();
    await waitFor(() => expect(list.map(({ id }) => id)).toEqual(['app-2']));
    await waitFor(() => expect(asksBeforeLeaving()).toBe(false));
    await userEvent.click(screen.getByRole('link', { name: 'Import many apps at once' }));
    await screen.findByRole('heading', { name: '1 signed in, 1 rejected.' });
    expect(screen.getByRole('button', { name: 'Fix app 1' })).toBeTruthy();
  });

  it('ends when somebody signs out of everything: what is not tried yet is not added to an empty keyring', async () => {
    let answer = () => {};
    const slow = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const { list, asked } = keyring({ refusals: { 2: [() => slow.then(() => problem(401, 'invalid_credentials'))] } });
    renderApp('/sign-in/import');
    await check(lines(1, 2, 3));
    await press('Sign in 3 apps');
    await screen.findByText('1 of 3');
    await userEvent.click(screen.getByRole('link', { name: 'Other ways to sign in' }));
    await userEvent.click(await screen.findByRole('link', { name: 'See all' }));
    await press('Sign out of everything');
    await press('Sign out of all 1');
    answer();
    await screen.findByText('You are signed out of everything.');
    await waitFor(() => expect(screen.getAllByRole('status').some(({ textContent }) => textContent?.includes('not tried'))).toBe(true));
    expect(asked()).toEqual(['1', '2']);
    expect(list).toEqual([]);
  });

  it('forgets what was rejected once the run has ended', async () => {
    keyring();
    renderApp('/sign-in/import');
    await check('1 wrong-token-1');
    await press('Sign in 1 app');
    await screen.findByRole('heading', { name: '0 signed in, 1 rejected.' });
    await userEvent.click(screen.getByRole('link', { name: 'Other ways to sign in' }));
    await userEvent.click(await screen.findByRole('link', { name: 'Import many apps at once' }));
    await field();
    expect(screen.queryByRole('table', { name: 'Rejected' })).toBeNull();
  });
});

describe('several apps pasted into the form for one', () => {
  it('are not put into the field, and are carried over in memory', async () => {
    keyring();
    renderApp('/sign-in/app?return=%2Fauthentications');
    const id = await screen.findByRole<HTMLInputElement>('textbox', { name: 'App ID' });
    await userEvent.click(id);
    await userEvent.paste(lines(1, 2, 3));
    expect(id.value).toBe('');
    await press('Import these 3 apps');
    expect((await field()).value).toBe(lines(1, 2, 3));
    expect(location.href).toBe('http://localhost:3000/sign-in/import?return=%2Fauthentications');
    expect(JSON.stringify({ ...localStorage, ...sessionStorage, state: history.state })).not.toContain('token');
  });
});

function asksBeforeLeaving(): boolean {
  const event = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(event);
  return event.defaultPrevented;
}
