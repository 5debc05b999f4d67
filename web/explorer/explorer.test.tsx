import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { authentication, json, keyringOf, problem, renderApp, sandboxConfig, stubNetwork } from '../testing.tsx';

const bugs = authentication('app-22119', 'Bugs');
const ada = authentication('user-1', 'Ada Lovelace');
const held = { 'GET /keyring': keyringOf(ada, bugs), 'GET /auth/config': sandboxConfig };
const as = (id: string, method: string, path: string) => `${method} /keyring/${id}/api${path}`;
const at = (method: string, path: string, id = 'app-22119') => `/as/${id}/explorer?${new URLSearchParams({ method, path })}`;
const send = () => screen.findByRole('button', { name: /^Send [A-Z]+ as Bugs$/ });
const apiCalls = (sent: { method: string; url: string }[]) => sent.filter(({ url }) => url.includes('/api/')).map(({ url }) => url);

describe('a write', () => {
  it('is quiet unless somebody wants it heard, which is said beside Send and remembered', async () => {
    const sent = stubNetwork({ ...held, [as('app-22119', 'PUT', '/item/1')]: { revision: 2 } });
    const { unmount } = renderApp(at('PUT', '/item/1'));
    const quiet = await screen.findByRole('checkbox', { name: 'Quiet' });
    expect(screen.getByText('Sent with silent=1&hook=false: Podio notifies nobody and calls no webhooks.')).toBeTruthy();
    expect(await screen.findAllByText(/the call is quiet/)).toHaveLength(2);
    await userEvent.click(await send());
    await screen.findByText(/^200/);
    await userEvent.click(quiet);
    expect(screen.getByText('Podio notifies people and calls webhooks.')).toBeTruthy();
    await userEvent.click(await send());
    await screen.findByText(/^200/);
    expect(apiCalls(sent)).toEqual(['/keyring/app-22119/api/item/1?silent=1&hook=false', '/keyring/app-22119/api/item/1']);
    unmount();

    renderApp(at('PUT', '/item/1'));
    const again = await screen.findByRole<HTMLInputElement>('checkbox', { name: 'Quiet' });
    expect(again.checked).toBe(false);
    await userEvent.click(again); // what this browser remembers outlives the test
  });

  it('says in the question before it that it is quiet', async () => {
    stubNetwork({ ...held, [as('app-22119', 'DELETE', '/item/1')]: undefined });
    renderApp(at('DELETE', '/item/1'));
    await userEvent.click(await send());
    const question = await screen.findByRole('alertdialog', { name: 'Send DELETE as Bugs?' });
    expect(question.textContent).toContain(
      'DELETE /item/1 changes data in Podio. Podio is asked to notify nobody and to call no webhooks.',
    );
    await userEvent.click(within(question).getByRole('button', { name: 'Cancel' }));
  });

  it('is what the choice is about: a call that reads has none', async () => {
    stubNetwork(held);
    renderApp(at('POST', '/item/app/22119/filter/'));
    await send();
    expect(screen.queryByRole('checkbox', { name: 'Quiet' })).toBeNull();
  });
});

describe('a link to a call', () => {
  it('has who it is for, the method and the path, and nothing that is named like a secret', async () => {
    stubNetwork(held);
    const user = userEvent.setup();
    renderApp(at('GET', '/app/22119'));
    const path = await screen.findByRole('combobox', { name: 'Path' });
    await user.click(path);
    await user.paste('?token=abc&type=full');
    await user.click(screen.getByRole('button', { name: 'Copy link to this call' }));
    const link = new URL(await navigator.clipboard.readText());
    expect(link.origin + link.pathname).toBe(`${location.origin}/as/app-22119/explorer`);
    expect(Object.fromEntries(link.searchParams)).toEqual({ method: 'GET', path: '/app/22119?token=&type=full' });
    expect(screen.getAllByText('Copied. The link has GET, the path and who it is for: no body, no token.').length).toBeGreaterThan(0);
  });
});

describe('looking for something in an answer', () => {
  it('goes from place to place and round, and gives the focus back', async () => {
    const answer = { name: 'Ada', items: ['ada', 'ADA', 'Grace'] };
    stubNetwork({ ...held, [as('app-22119', 'GET', '/app/22119')]: answer });
    const user = userEvent.setup();
    renderApp(at('GET', '/app/22119'));
    await user.click(await send());
    const open = await screen.findByRole('button', { name: 'Find' });
    await user.click(open);
    const field = screen.getByRole('searchbox', { name: 'Find in the answer' });
    expect(document.activeElement).toBe(field);
    await user.paste('ada');
    expect(screen.getByText('1 of 3')).toBeTruthy();
    expect([...document.querySelectorAll('mark')].map(({ textContent }) => textContent)).toEqual(['Ada', 'ada', 'ADA']);
    await user.keyboard('{Enter}{Enter}{Enter}');
    expect(screen.getByText('1 of 3')).toBeTruthy();
    await user.keyboard('{Shift>}{Enter}{/Shift}');
    expect(document.querySelector('mark[data-current]')?.textContent).toBe('ADA');
    await user.paste('x');
    expect(screen.getByText('Not in what is shown.')).toBeTruthy();
    await user.keyboard('{Escape}');
    expect(document.activeElement).toBe(open);
    expect(document.querySelector('mark')).toBeNull();
    expect(screen.getByRole('region', { name: 'Response body' }).textContent).toContain('"Grace"');
  });
});

describe('trying with each authentication', () => {
  const leads = authentication('app-22118', 'Leads');
  const three = { ...held, 'GET /keyring': keyringOf(ada, leads, bugs) };
  const open = async () => userEvent.click(await screen.findByRole('button', { name: 'Try with each authentication' }));

  it('asks first, then says side by side by status who can make the call', async () => {
    const path = '/app/22119';
    const sent = stubNetwork({
      ...three,
      [as('app-22119', 'GET', path)]: { app_id: 22119 },
      [as('user-1', 'GET', path)]: { app_id: 22119 },
      [as('app-22118', 'GET', path)]: () => json({ error: 'forbidden' }, { status: 403 }),
    });
    renderApp(at('GET', path));
    await open();
    const region = within(screen.getByRole('region', { name: 'Try with each authentication' }));
    expect(region.getByText('This makes 3 calls, one for each.')).toBeTruthy();
    expect(apiCalls(sent)).toEqual([]);
    const go = region.getByRole('button', { name: 'Make 3 calls' });
    expect(document.activeElement).toBe(go);
    await userEvent.keyboard('{Enter}');
    await region.findByText('2 of 3 can make this call.');
    expect(apiCalls(sent)).toHaveLength(3);
    const names = (title: string) =>
      within(region.getByRole('list', { name: title }))
        .getAllByRole('link')
        .map(({ textContent }) => textContent);
    expect(region.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toEqual(['200 OK (2)', '403 Forbidden (1)']);
    expect(names('200 OK (2)')).toEqual(['AAda Lovelace (user 1)', 'BBugs (app 22119)']);
    expect(region.getByRole('link', { name: 'Leads (app 22118)' }).getAttribute('href')).toBe(at('GET', path, 'app-22118'));
    await userEvent.click(region.getByRole('button', { name: 'Close' }));
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Try with each authentication' }));
  });

  it('shows how far it is and can be stopped; one that has ended keeps no other from being asked', async () => {
    const path = '/app/22118';
    stubNetwork({
      ...three,
      [as('user-1', 'GET', path)]: () => problem(401, 'authentication_expired'),
      [as('app-22118', 'GET', path)]: { app_id: 22118 },
      [as('app-22119', 'GET', path)]: () => new Promise(() => {}),
    });
    renderApp(at('GET', path));
    await open();
    await userEvent.keyboard('{Enter}');
    await screen.findByText('2 of 3');
    expect(screen.getByRole('progressbar', { name: 'Trying with each authentication' })).toBeTruthy();
    expect(screen.getByRole('list', { name: 'Sign in again (1)' }).textContent).toContain('Ada Lovelace');
    await userEvent.click(screen.getByRole('button', { name: 'Stop' }));
    await screen.findByText('Stopped. 1 of 2 can make this call.');
  });

  it('is not for what may change something', async () => {
    stubNetwork(three);
    renderApp(at('PUT', '/item/1'));
    await open();
    expect(screen.getByText('This is for GET only: other methods may change data in Podio.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Make/ })).toBeNull();
  });
});

describe('a number that is too small to be the id of an item', () => {
  const missing = { error: 'not_found', error_description: 'Object not found' };
  const refuse = (...calls: string[]) =>
    stubNetwork({ ...held, ...Object.fromEntries(calls.map((call) => [call, () => json(missing, { status: 404 })])) });
  const path = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Path' });

  it('is taken for one within the app: both numbers are named, and the other call is offered, not made', async () => {
    const sent = refuse(as('app-22119', 'GET', '/item/4'));
    renderApp(at('GET', '/item/4?mark_as_viewed=0'));
    await userEvent.click(await send());
    await screen.findByText(/item_id.*app_item_id/);
    await userEvent.click(screen.getByRole('button', { name: 'GET /app/22119/item/4' }));
    expect(path().value).toBe('/app/22119/item/4');
    expect(document.activeElement).toBe(path());
    expect(apiCalls(sent)).toEqual(['/keyring/app-22119/api/item/4?mark_as_viewed=0']);
  });

  it('leaves a person to name the app', async () => {
    refuse(as('user-1', 'GET', '/item/4'));
    renderApp(at('GET', '/item/4', 'user-1'));
    await userEvent.click(await screen.findByRole('button', { name: 'Send GET as Ada Lovelace' }));
    await userEvent.click(await screen.findByRole('button', { name: 'GET /app/{app_id}/item/4' }));
    expect(path().value).toBe('/app/{app_id}/item/4');
  });

  it('is no long id, and no number in another place', async () => {
    refuse(as('app-22119', 'GET', '/item/3000000004'), as('app-22119', 'GET', '/task/4'));
    renderApp(at('GET', '/item/3000000004'));
    await userEvent.click(await send());
    await screen.findByText(/^404/);
    expect(screen.queryByText(/app_item_id/)).toBeNull();
    await userEvent.clear(path());
    await userEvent.paste('/task/4');
    await userEvent.click(await send());
    await screen.findByText(/^404/);
    expect(screen.queryByText(/app_item_id/)).toBeNull();
  });
});

describe('Podio or us', () => {
  it('is told: by the number of its answer to copy, or by the code of our own refusal', async () => {
    stubNetwork({
      ...held,
      [as('app-22119', 'GET', '/app/22119')]: () => json({ app_id: 22119 }, { headers: { 'x-podio-request-id': 'abc123de' } }),
      [as('app-22119', 'GET', '/oauth/token')]: () => problem(403, 'forbidden_path', 'This path is not reachable through the keyring.'),
    });
    const user = userEvent.setup();
    const { unmount } = renderApp(at('GET', '/app/22119'));
    await user.click(await send());
    await user.click(await screen.findByRole('tab', { name: 'Headers' }));
    await user.click(screen.getByRole('button', { name: 'Copy request ID' }));
    expect(await navigator.clipboard.readText()).toBe('abc123de');
    unmount();
    renderApp(at('GET', '/oauth/token'));
    await user.click(await send());
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain("Said by the keyring's server, not by Podio: forbidden_path");
  });
});

describe('a parameter that is a yes or a no', () => {
  it('is chosen, and stands in the path as Podio reads it', async () => {
    stubNetwork(held);
    renderApp(at('GET', '/item/1?mark_as_viewed=maybe'));
    const choice = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'mark_as_viewed' });
    const path = screen.getByRole<HTMLInputElement>('combobox', { name: 'Path' });
    expect([...choice.options].map(({ text }) => text)).toEqual(['Not sent', '1 (yes)', '0 (no)', 'maybe']);
    expect(choice.value).toBe('maybe');
    await userEvent.selectOptions(choice, '0 (no)');
    expect(path.value).toBe('/item/1?mark_as_viewed=0');
    await userEvent.selectOptions(choice, 'Not sent');
    expect(path.value).toBe('/item/1');
  });
});
