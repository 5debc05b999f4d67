import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { authentication, keyringOf, renderApp, sandboxConfig, stubNetwork } from '../testing.tsx';

const bugs = authentication('app-22119', 'Bugs');
const leads = authentication('app-22118', 'Leads');
const ada = authentication('user-1', 'Ada Lovelace');

/** With a request in it: the explorer writes the one it begins with into an address that has none, sooner or later. */
const explorer = '/as/app-22119/explorer?method=GET&path=%2Fapp';

async function open(address = explorer, held = [bugs, leads, ada]) {
  stubNetwork({ 'GET /auth/config': sandboxConfig, 'GET /keyring': keyringOf(...held) });
  renderApp(address);
  return screen.findByRole('combobox', { name: 'Acting as', description: '' });
}

/** As the browser does it: `act` would draw all that comes of it before anyone can look. */
function press(element: HTMLElement, key: string): void {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false);
  element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}

describe('the switcher', () => {
  it('changes nothing when letters are typed on it while it is closed', async () => {
    const button = await open();
    button.focus();
    await userEvent.keyboard('leads');
    expect(location.pathname).toBe('/as/app-22119/explorer');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('opens with Ctrl K, finds by words in any order, and is followed with Enter', async () => {
    const button = await open();
    await waitFor(() => expect(button.textContent).toContain('Bugs'));
    await userEvent.keyboard('{Control>}k{/Control}');
    const dialog = within(await screen.findByRole('dialog', { name: 'Switch authentication' }));
    await userEvent.type(dialog.getByRole('combobox', { name: 'Find an authentication' }), '22118 lea');
    await waitFor(() => expect(dialog.getAllByRole('option')).toHaveLength(1)); // the page behind may have some of its own
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(location.pathname).toBe('/as/app-22118/explorer'));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('has people and apps in groups, each row a link', async () => {
    await userEvent.click(await open());
    const dialog = await screen.findByRole('dialog', { name: 'Switch authentication' });
    const list = within(dialog).getByRole('listbox', { name: 'Authentications' });
    expect(
      within(list)
        .getAllByRole('group')
        .map((group) => group.getAttribute('aria-labelledby')),
    ).toHaveLength(2);
    const option = within(list).getByRole('option', { name: /Leads.*app 22118/ });
    expect(option.tagName).toBe('A');
    expect(option.getAttribute('href')).toBe('/as/app-22118/explorer?method=GET&path=%2Fapp');
    expect(within(list).getByRole('option', { selected: true }).textContent).toContain('Bugs');
  });

  it('leaves together with the page before, within the task of the key', async () => {
    const button = await open();
    await waitFor(() => expect(button.textContent).toContain('Bugs'));
    await screen.findByRole('heading', { level: 1, name: 'API explorer' });
    await userEvent.click(button);
    const dialog = within(await screen.findByRole('dialog', { name: 'Switch authentication' }));
    await userEvent.type(dialog.getByRole('combobox', { name: 'Find an authentication' }), 'lea');
    await waitFor(() => expect(dialog.getAllByRole('option')).toHaveLength(1));
    press(dialog.getByRole('combobox', { name: 'Find an authentication' }), 'Enter');
    for (let turn = 0; turn < 10; turn++) await Promise.resolve(); // no other task
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(button.textContent).toContain('Leads');
    await waitFor(() => expect(document.activeElement).toBe(button));
  });

  it('leaves the focus to what the page behind the row gives it to', async () => {
    const button = await open();
    await screen.findByRole('heading', { level: 1, name: 'API explorer' });
    await userEvent.click(button);
    const find = await screen.findByRole('combobox', { name: 'Find an authentication' });
    await userEvent.type(find, 'lea');
    press(find, 'Enter');
    for (let turn = 0; turn < 10; turn++) await Promise.resolve();
    const heading = screen.getByRole('heading', { level: 1 });
    heading.focus();
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    expect(document.activeElement).toBe(heading);
  });

  it('draws no rows while it closes, and all of them when it opens again', async () => {
    await userEvent.click(await open());
    const find = await screen.findByRole('combobox', { name: 'Find an authentication' });
    await userEvent.type(find, 'nobody');
    await screen.findByText('No authentication matches. Check the spelling or add it.');
    let drawn = 0;
    const observer = new MutationObserver((changes) => {
      for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes]))
        if (node instanceof Element && (node.matches('[role="option"]') || node.querySelector('[role="option"]'))) drawn++;
    });
    observer.observe(document.body, { subtree: true, childList: true });
    press(find, 'Escape');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    observer.disconnect();
    expect(drawn).toBe(0);
    await userEvent.keyboard('{Control>}k{/Control}');
    const dialog = within(await screen.findByRole('dialog', { name: 'Switch authentication' }));
    expect(dialog.getAllByRole('option')).toHaveLength(3);
  });

  it('draws the rows in sight at first, and the others after a frame, group by group', async () => {
    const frames: (() => void)[] = [];
    const apps = Array.from({ length: 30 }, (_, index) => authentication(`app-${22120 + index}`, `App ${index}`));
    await open(explorer, [bugs, ...apps]);
    vi.stubGlobal('requestAnimationFrame', (then: () => void) => frames.push(then));
    await userEvent.keyboard('{Control>}k{/Control}');
    const dialog = within(await screen.findByRole('dialog', { name: 'Switch authentication' }));
    const names = () => dialog.getAllByRole('option').map(({ textContent }) => /Bugs|App \d+/.exec(textContent ?? '')?.[0]);
    const all = ['Bugs', ...apps.map(({ name }) => name)];
    expect(names()).toEqual(all.slice(0, 16));
    await waitFor(() => {
      for (const frame of frames.splice(0)) act(frame);
      expect(names()).toEqual(all);
    });
    await userEvent.type(dialog.getByRole('combobox', { name: 'Find an authentication' }), '22127');
    await waitFor(() => expect(names()).toEqual(['App 7']));
  });

  it('says so when nothing matches, and Enter does nothing then', async () => {
    await userEvent.click(await open());
    await userEvent.type(await screen.findByRole('combobox', { name: 'Find an authentication' }), 'nobody');
    await screen.findByText('No authentication matches. Check the spelling or add it.');
    await userEvent.keyboard('{Enter}');
    expect(screen.getByRole('dialog', { name: 'Switch authentication' })).toBeTruthy();
    expect(location.pathname).toBe('/as/app-22119/explorer');
  });

  it('leads to adding one and to all of them', async () => {
    await userEvent.click(await open());
    const dialog = await screen.findByRole('dialog', { name: 'Switch authentication' });
    expect(within(dialog).getByRole('link', { name: 'Add authentication' }).getAttribute('href')).toBe(
      '/sign-in?return=%2Fas%2Fapp-22119%2Fexplorer%3Fmethod%3DGET%26path%3D%252Fapp',
    );
    expect(within(dialog).getByRole('link', { name: 'Manage all 3' })).toBeTruthy();
    expect(within(dialog).getByRole('button', { name: 'Sign out of Bugs (app 22119)' })).toBeTruthy();
  });
});

describe('a link for somebody not in the keyring', () => {
  it('says who it needs, with a way to add them and the others as links', async () => {
    await open('/as/app-22117/explorer?method=GET&path=%2Fapp%2F22117');
    await screen.findByRole('heading', { level: 1, name: 'This link needs app 22117' });
    expect(screen.getByRole('link', { name: 'Add app 22117' }).getAttribute('href')).toContain('/sign-in/app?app=22117&return=');
    const others = screen.getByRole('list', { name: 'Open with another authentication' });
    expect(within(others).getByRole('link', { name: 'Ada Lovelace (user 1)' }).getAttribute('href')).toBe(
      '/as/user-1/explorer?method=GET&path=%2Fapp%2F22117',
    );
  });

  it('is told from an address that names nobody', async () => {
    await open('/as/space-1');
    await screen.findByText('The address names no user or app.');
  });
});
