import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { authentication, keyringOf, renderApp, sandboxConfig, stubNetwork } from '../testing.tsx';

const nothing = 'There is nothing at this address.';
const nobody = 'The address names no user or app.';

describe('a page that is not there', () => {
  it.each([
    ['/nothing/here', nothing],
    ['/as/user-1/nothing-here', nothing],
    ['/as/nobody-7', nobody],
    ['/as/app-0x1/explorer', nobody],
  ])('%s says so, with a way on', async (address, text) => {
    stubNetwork({
      'GET /auth/config': sandboxConfig,
      'GET /keyring': keyringOf(authentication('user-1', 'Ada Lovelace')),
      'GET /keyring/user-1/api/org/': [],
    });
    renderApp(address);
    await screen.findByRole('heading', { level: 1, name: 'Page not found' });
    expect(screen.getByText(text)).toBeTruthy();
    expect(document.title).toBe('Page not found – Podio Keyring');
    await userEvent.click(screen.getByRole('link', { name: 'Go home' }));
    await screen.findByRole('heading', { level: 1, name: 'Ada Lovelace' });
  });
});
