import { ActingAs, KeyringProvider, useAuthentications, useItems, useSignInAsApp, useSignOut } from 'podio-keyring/react';
import { createRoot } from 'react-dom/client';

function Items({ appId }: { appId: number }) {
  const { data, error } = useItems(appId, { limit: 5 });
  if (error) return <p role="alert">{error.message}</p>;
  return (
    <ul>
      {data?.json.items.map(({ item_id, title }) => (
        <li key={item_id}>{title}</li>
      ))}
    </ul>
  );
}

function Keyring() {
  const { authentications } = useAuthentications();
  const signIn = useSignInAsApp();
  const signOut = useSignOut();
  const submit = (form: FormData) => signIn.mutate({ appId: String(form.get('id')), appToken: String(form.get('token')) });
  return (
    <main>
      <form action={submit}>
        <input name="id" aria-label="App ID" />
        <input name="token" aria-label="App token" type="password" />
        <button type="submit">Sign in</button>
      </form>
      {authentications.map(({ id, name, ref }) => (
        <ActingAs key={id} id={id}>
          <h2>{name}</h2>
          <Items appId={ref.id} />
          <button type="button" onClick={() => signOut.mutate(id)}>
            Sign out of {name}
          </button>
        </ActingAs>
      ))}
    </main>
  );
}

createRoot(document.querySelector('#root') as Element).render(
  <KeyringProvider basePath="/podio">
    <Keyring />
  </KeyringProvider>,
);
