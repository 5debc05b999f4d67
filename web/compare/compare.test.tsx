import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { authentication, keyringOf, renderApp, sandboxConfig, stubNetwork } from '../testing.tsx';

describe('a body to compare with', () => {
  it('is not sent while it is no JSON: the place is named until it is mended', async () => {
    const path = '/item/app/22119/filter/';
    const sent = stubNetwork({
      'GET /keyring': keyringOf(authentication('user-1', 'Ada Lovelace'), authentication('app-22119', 'Bugs')),
      'GET /auth/config': sandboxConfig,
      [`POST /keyring/user-1/api${path}`]: { total: 2 },
      [`POST /keyring/app-22119/api${path}`]: { total: 1 },
    });
    renderApp(`/compare?${new URLSearchParams({ a: 'app-22119', b: 'user-1', method: 'POST', path })}`);
    const body = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'JSON body' });
    await screen.findByRole('combobox', { name: 'Second authentication' });
    await userEvent.type(body, '{{ "limit": 1,');
    expect(screen.queryByText(/^Line/)).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Send both' }));
    expect(screen.getByText('Line 1, column 14: a } is missing at the end')).toBeTruthy();
    expect(document.activeElement).toBe(body);
    expect(sent.filter(({ method }) => method === 'POST')).toEqual([]);
    await userEvent.type(body, '{Backspace}}');
    expect(screen.queryByText(/^Line/)).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Send both' }));
    await screen.findByText('1 difference');
    expect(sent.filter(({ method }) => method === 'POST').map(({ body }) => body)).toEqual([{ limit: 1 }, { limit: 1 }]);
  });
});
