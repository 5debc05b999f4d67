import { render, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ActingAs, KeyringProvider, queryKeys, usePodioQuery } from '../react/index.ts';
import { json, stubNetwork } from '../testing.tsx';
import { createConsoleQueryClient } from './console-query-client.ts';
import { podioCall } from './http.ts';
import { setReserve } from './reserve.ts';

const path = '/app/7';

function App() {
  const { data } = usePodioQuery<{ name: string }>({ path });
  return <p>{data?.json.name ?? 'nothing'}</p>;
}

/** Comes back after two minutes to something that was read before; so many calls are left. */
async function comeBack(id: string, left: number, before?: string) {
  const headers = { 'x-rate-limit-limit': '1000', 'x-rate-limit-remaining': String(left) };
  const sent = stubNetwork({
    [`GET /keyring/${id}/api/told`]: () => json({}, { headers }),
    [`GET /keyring/${id}/api${path}`]: () => json({ name: 'new' }, { headers }),
  });
  await podioCall(id, { method: 'GET', path: '/told' });
  const client = createConsoleQueryClient();
  if (before) client.setQueryData(queryKeys.call(id, 'GET', path), { json: { name: before } }, { updatedAt: Date.now() - 120_000 });
  render(
    <KeyringProvider queryClient={client}>
      <ActingAs id={id}>
        <App />
      </ActingAs>
    </KeyringProvider>,
  );
  return () => sent.filter(({ url }) => url.endsWith(path)).length;
}

describe('what was read a while ago', () => {
  it('is read again by itself while there are calls to spare', async () => {
    await comeBack('app-71', 500, 'old');
    await screen.findByText('new');
  });

  it('stays as it is when the calls that are left are kept for people', async () => {
    const reads = await comeBack('app-72', 49, 'old');
    expect(screen.getByText('old')).toBeTruthy();
    // As long as the other one took to be read again.
    await comeBack('app-71', 500, 'other');
    await screen.findByText('new');
    expect(reads()).toBe(0);
  });

  it('is read again when a person keeps fewer', async () => {
    setReserve(20);
    await comeBack('app-73', 49, 'old');
    await screen.findByText('new');
    setReserve(50);
  });

  it('is read all the same when it is not there: somebody asked for it', async () => {
    const reads = await comeBack('app-74', 3);
    await screen.findByText('new');
    await waitFor(() => expect(reads()).toBe(1));
  });
});
