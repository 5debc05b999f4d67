import { screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { authentication, keyringOf, renderApp, sandboxConfig, stubNetwork } from './testing.tsx';

const bugs = authentication('app-22119', 'Bugs');
const title = () => screen.queryByRole('heading', { level: 1 })?.textContent ?? undefined;

/** As the browser does it: `act` would draw all that comes of it before anyone can look. */
function click(link: HTMLElement): void {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false);
  link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, button: 0 }));
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
}

it('leaves a page on screen until the code of the next is there, and draws at once what is there', async () => {
  stubNetwork({ 'GET /auth/config': sandboxConfig, 'GET /keyring': keyringOf(bugs) });
  renderApp('/as/app-22119/calls');
  await screen.findByRole('heading', { level: 1, name: 'Calls' });

  const seen = new Set<string | undefined>();
  const observer = new MutationObserver(() => seen.add(title()));
  observer.observe(document.body, { subtree: true, childList: true, attributes: true });
  click(screen.getByRole('link', { name: 'API explorer' }));
  await screen.findByRole('heading', { level: 1, name: 'API explorer' });
  observer.disconnect();
  expect([...seen]).toEqual(['Calls', 'API explorer'].filter((name) => seen.has(name)));

  click(screen.getByRole('link', { name: 'Calls' }));
  await Promise.resolve();
  expect(title()).toBe('Calls');
});
