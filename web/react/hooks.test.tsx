import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { createQueryClient } from '../api/query-client.ts';
import { authentication, json, keyringOf, problem, stubNetwork } from '../testing.tsx';
import {
  ActingAs,
  KeyringProvider,
  queryKeys,
  useActingAs,
  useAuthentications,
  usePodioMutation,
  usePodioQuery,
  useSignOut,
} from './index.ts';

const bugs = authentication('app-22119', 'Bugs');
const leads = authentication('app-22118', 'Leads');

function AppName() {
  const id = useActingAs();
  const { data, error } = usePodioQuery<{ name: string }>({ path: `/app/${id.slice(4)}` });
  return <p>{data ? `${id} sees ${data.json.name}` : (error?.message ?? `${id} waits`)}</p>;
}

describe('two authentications on one page', () => {
  it('each make their own calls and see their own answers', async () => {
    const sent = stubNetwork({
      'GET /keyring/app-22119/api/app/22119': { name: 'Bugs' },
      'GET /keyring/app-22118/api/app/22118': { name: 'Leads' },
    });
    render(
      <KeyringProvider>
        <ActingAs id="app-22119">
          <AppName />
        </ActingAs>
        <ActingAs id="app-22118">
          <AppName />
        </ActingAs>
      </KeyringProvider>,
    );
    await screen.findByText('app-22119 sees Bugs');
    await screen.findByText('app-22118 sees Leads');
    expect(sent).toHaveLength(2);
  });

  it('do not disturb each other: one is refused, the other is not', async () => {
    stubNetwork({
      'GET /keyring/app-22119/api/app/22119': () => problem(401, 'authentication_expired', 'Sign in again'),
      'GET /keyring/app-22118/api/app/22118': { name: 'Leads' },
    });
    render(
      <KeyringProvider>
        <ActingAs id="app-22119">
          <AppName />
        </ActingAs>
        <ActingAs id="app-22118">
          <AppName />
        </ActingAs>
      </KeyringProvider>,
    );
    await screen.findByText('Sign in again');
    await screen.findByText('app-22118 sees Leads');
  });
});

function Pages() {
  const [authId, setAuthId] = useState('app-1');
  const [page, setPage] = useState(1);
  const { data } = usePodioQuery<{ page: string }>({ path: `/item/app/1/?page=${page}` }, { as: authId, keepPrevious: true });
  return (
    <>
      <p>{data ? data.json.page : 'nothing'}</p>
      <button type="button" onClick={() => setPage(2)}>
        next
      </button>
      <button type="button" onClick={() => setAuthId('app-2')}>
        switch
      </button>
    </>
  );
}

describe('the page before', () => {
  it('stays while the next loads, but is never shown to another identity', async () => {
    const never = () => new Promise<undefined>(() => {});
    stubNetwork({
      'GET /keyring/app-1/api/item/app/1/?page=1': { page: 'page 1 of app-1' },
      'GET /keyring/app-1/api/item/app/1/?page=2': never,
      'GET /keyring/app-2/api/item/app/1/?page=2': never,
    });
    render(
      <KeyringProvider>
        <Pages />
      </KeyringProvider>,
    );
    await screen.findByText('page 1 of app-1');
    await userEvent.click(screen.getByText('next'));
    expect(screen.getByText('page 1 of app-1')).toBeTruthy();
    await userEvent.click(screen.getByText('switch'));
    expect(screen.getByText('nothing')).toBeTruthy();
  });
});

describe('a mutation', () => {
  it("resolves with any answer of Podio's, a refusal too, and sends the path as it is", async () => {
    const sent = stubNetwork({ 'DELETE /keyring/app-1/api/item/1?silent=1&x=%2F': () => json({ error: 'forbidden' }, { status: 403 }) });
    function Delete() {
      const { mutate, data } = usePodioMutation({ as: 'app-1' });
      return (
        <button type="button" onClick={() => mutate({ method: 'DELETE', path: '/item/1?silent=1&x=%2F' })}>
          {data ? `answered ${data.status}` : 'delete'}
        </button>
      );
    }
    render(
      <KeyringProvider>
        <Delete />
      </KeyringProvider>,
    );
    await userEvent.click(screen.getByText('delete'));
    await screen.findByText('answered 403');
    expect(sent).toHaveLength(1);
  });
});

describe('a page that the browser kept whole', () => {
  it('LO9 looks at the keyring again when it comes back: it may be older than a sign-out', async () => {
    const lists = [keyringOf(bugs, leads), keyringOf(leads)];
    stubNetwork({ 'GET /keyring': () => lists.shift() });
    function List() {
      return useAuthentications().authentications.map(({ id }) => <p key={id}>{id}</p>);
    }
    render(
      <KeyringProvider>
        <List />
      </KeyringProvider>,
    );
    await screen.findByText('app-22119');
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
    expect(lists).toHaveLength(1);
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await waitFor(() => expect(screen.queryByText('app-22119')).toBeNull());
    expect(screen.getByText('app-22118')).toBeTruthy();
  });
});

describe('signing out of one', () => {
  it('takes it and its answers out of the cache and leaves the others', async () => {
    stubNetwork({ 'GET /keyring': keyringOf(bugs, leads), 'DELETE /keyring/app-22119': undefined });
    const client = createQueryClient();
    client.setQueryData(queryKeys.call('app-22119', 'GET', '/app/22119'), 'private');
    client.setQueryData(queryKeys.call('app-22118', 'GET', '/app/22118'), 'others');
    function List() {
      const { authentications } = useAuthentications();
      const { mutate } = useSignOut();
      return authentications.map(({ id }) => (
        <button type="button" key={id} onClick={() => mutate(id)}>
          {id}
        </button>
      ));
    }
    render(
      <KeyringProvider queryClient={client}>
        <List />
      </KeyringProvider>,
    );
    await userEvent.click(await screen.findByText('app-22119'));
    await waitFor(() => expect(screen.queryByText('app-22119')).toBeNull());
    expect(screen.getByText('app-22118')).toBeTruthy();
    expect(client.getQueryData(queryKeys.call('app-22119', 'GET', '/app/22119'))).toBeUndefined();
    expect(client.getQueryData(queryKeys.call('app-22118', 'GET', '/app/22118'))).toBe('others');
  });

  it('is not undone by a list that was read before it', async () => {
    let answer = () => {};
    const slow = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const lists = [keyringOf(bugs, leads), slow.then(() => keyringOf(bugs, leads)), keyringOf(leads)];
    stubNetwork({ 'GET /keyring': async () => lists.shift(), 'DELETE /keyring/app-22119': undefined });
    const client = createQueryClient();
    function List() {
      const { authentications, refetch } = useAuthentications();
      const { mutate } = useSignOut();
      return (
        <>
          <button type="button" onClick={() => refetch()}>
            read again
          </button>
          {authentications.map(({ id }) => (
            <button type="button" key={id} onClick={() => mutate(id)}>
              {id}
            </button>
          ))}
        </>
      );
    }
    render(
      <KeyringProvider queryClient={client}>
        <List />
      </KeyringProvider>,
    );
    await screen.findByText('app-22119');
    await userEvent.click(screen.getByText('read again'));
    await userEvent.click(screen.getByText('app-22119'));
    await waitFor(() => expect(lists).toHaveLength(0));
    answer();
    await slow;
    await waitFor(() => expect(client.isFetching()).toBe(0));
    expect(screen.queryByText('app-22119')).toBeNull();
    expect(screen.getByText('app-22118')).toBeTruthy();
  });
});
