import { QueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { queryKeys } from '../react/index.ts';
import { knownEmail } from './known-email.ts';

const answer = (path: string, json: unknown) => ({ call: { method: 'GET', path }, json });

it('finds the email address in what Podio told about this person', () => {
  const client = new QueryClient();
  client.setQueryData(queryKeys.call('user-1', 'GET', '/org/'), answer('/org/', [{ mail: 'info@example.com' }]));
  expect(knownEmail(client, 'user-1')).toBeUndefined();
  client.setQueryData(queryKeys.call('user-1', 'GET', '/user/status'), answer('/user/status', { user: { mail: 'ada@example.com' } }));
  expect(knownEmail(client, 'user-1')).toBe('ada@example.com');
});

it('finds it in what the explorer was answered', () => {
  const client = new QueryClient();
  client.setQueryData([...queryKeys.as('user-1'), 'explorer'], { answer: answer('/user', { mail: 'ada@example.com' }) });
  expect(knownEmail(client, 'user-1')).toBe('ada@example.com');
});

it('takes nothing from what another person was told', () => {
  const client = new QueryClient();
  client.setQueryData(queryKeys.call('user-2', 'GET', '/user/status'), answer('/user/status', { user: { mail: 'grace@example.com' } }));
  expect(knownEmail(client, 'user-1')).toBeUndefined();
});
