import { useEffect, useState } from 'react';
import { useConnection } from '../api/connection.ts';
import { readKeyring } from '../api/keyring.ts';
import { useWords } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { ScreenNotLoadedError } from '../ui/screen.tsx';
import { useOnline } from '../ui/use-online.ts';

/** In place of a screen that could not be shown. */
export function ScreenBroken({ error }: { error: Error }) {
  return error instanceof ScreenNotLoadedError ? <NotLoaded /> : <Broken error={error} />;
}

/** One that could not be fetched: a newer server has it under another name, so this page is loaded anew, once. */
function NotLoaded() {
  const { shell, common } = useWords();
  const [away, setAway] = useState(false);
  const online = useOnline();
  const { up } = useConnection();
  const reachable = online && up;
  useEffect(() => {
    if (reachable) void reloadIfServerAnswers({ onlyOnce: true }).catch(() => setAway(true));
    else setAway(true);
  }, [reachable]);
  const retry = () => {
    void reloadIfServerAnswers({ onlyOnce: false }).catch(() => undefined); // the banner says that it does not
  };
  return (
    <>
      <PageTitle page={shell.unreachable.page} error>
        {away ? shell.unreachable.title : shell.broken.notLoaded}
      </PageTitle>
      <p>{shell.unreachable.text}</p>
      <p>
        <Button look="primary" onClick={retry}>
          {common.tryAgain}
        </Button>
      </p>
    </>
  );
}

const reloadedKey = 'keyring:reloaded-at';
const halfAMinuteMs = 30_000;

/** @throws {UnreachableError} when the server does not answer: a reload would only lose the page */
async function reloadIfServerAnswers({ onlyOnce }: { onlyOnce: boolean }): Promise<void> {
  await readKeyring();
  const last = Number(sessionStorage.getItem(reloadedKey) ?? 0);
  if (onlyOnce && Date.now() - last < halfAMinuteMs) return; // reloading did not help: no circles
  sessionStorage.setItem(reloadedKey, String(Date.now()));
  location.reload();
}

function Broken({ error }: { error: Error }) {
  const { shell } = useWords();
  return (
    <>
      <PageTitle page={shell.broken.page} error>
        {shell.broken.title}
      </PageTitle>
      <p>{shell.broken.text}</p>
      <p className="muted small">
        <code>{error.message}</code>
      </p>
      <p>
        <Button look="primary" onClick={() => location.reload()}>
          {shell.unreachable.reload}
        </Button>
      </p>
    </>
  );
}
