import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { authentication, keyringOf, renderApp, sandboxConfig, stubNetwork } from '../testing.tsx';

describe('the page that says that the server does not answer', () => {
  it('stays, with the focus on its button, while the server is asked again, and goes when it answers', async () => {
    let server: 'away' | 'slow' | 'back' = 'away';
    let asked = 0;
    let giveUp = () => {};
    stubNetwork({
      'GET /auth/config': sandboxConfig,
      'GET /keyring': async () => {
        asked += 1;
        if (server === 'slow')
          await new Promise<void>((resolve) => {
            giveUp = resolve;
          });
        if (server !== 'back') throw new TypeError('Failed to fetch');
        return keyringOf(authentication('app-22119', 'Bugs'));
      },
    });
    renderApp('/as/app-22119/explorer');
    const heading = await screen.findByRole('heading', { level: 1, name: 'The keyring server does not answer' });
    const button = screen.getByRole('button', { name: 'Try again' });
    const stays = () => expect([heading.isConnected, document.activeElement === button]).toEqual([true, true]);
    server = 'slow';
    const before = asked;
    await userEvent.click(button);
    await waitFor(() => expect(asked).toBeGreaterThan(before));
    stays();
    server = 'away';
    giveUp();
    await waitFor(() => expect(asked).toBeGreaterThan(before + 1)); // by itself, a little later
    stays();
    server = 'back';
    await screen.findByRole('heading', { level: 1, name: 'API explorer' });
  });
});
