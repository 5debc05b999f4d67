import { useEffect, useId, useState } from 'react';
import { useWords } from '../i18n/index.ts';
import { announce } from '../ui/Announcer.tsx';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/lazy-dialogs.tsx';
import styles from './Authentications.module.css';
import type { Selection } from './use-selection.ts';
import { type SigningOut, useSignOutMany } from './use-sign-out-many.ts';

/** Signs out of all that are selected, after a question; shows how far that is, and can be stopped. */
export function SignOutSelected({ selection }: { selection: Selection }) {
  const { selected: words } = useWords().authentications;
  const { run, start, stop } = useSignOutMany();
  const [asking, setAsking] = useState(false);
  const whyId = useId();
  const count = selection.rows.length;
  const busy = run !== undefined && !run.ended;
  const leave = () => {
    setAsking(false);
    void start(selection.rows);
  };
  return (
    <div className={styles.selected}>
      {/* It stays while it works, so the focus stays on it. */}
      <Button
        look={count > 0 ? 'danger' : 'secondary'}
        unavailable={count === 0 || busy}
        aria-describedby={count === 0 ? whyId : undefined}
        onClick={() => setAsking(true)}
      >
        {words.button(count)}
      </Button>
      {busy ? (
        <Progress run={run} onStop={stop} />
      ) : run ? (
        <Ended run={run} />
      ) : (
        count === 0 && (
          <span id={whyId} className="muted small">
            {words.none}
          </span>
        )
      )}
      {asking && (
        <ConfirmDialog title={words.title(count)} confirm={words.confirm(count)} onConfirm={leave} onCancel={() => setAsking(false)}>
          {words.text(selection.rows.filter(({ authentication }) => authentication.ref.type === 'app').length)}
        </ConfirmDialog>
      )}
    </div>
  );
}

function Progress({ run: { done, failed, total }, onStop }: { run: SigningOut; onStop: () => void }) {
  const { selected: words } = useWords().authentications;
  const sofar = done + failed.length;
  return (
    <>
      <progress aria-label={words.progress} value={sofar} max={total} />
      <span className="small tabular">{words.sofar(sofar, total)}</span>
      <Button look="quiet" onClick={onStop}>
        {words.stop}
      </Button>
    </>
  );
}

function Ended({ run: { done, failed, total } }: { run: SigningOut }) {
  const { selected: words } = useWords().authentications;
  const text = words.ended(done, failed.length, total - done - failed.length);
  useEffect(() => announce(text), [text]);
  return (
    <div>
      <p>{text}</p>
      {failed.length > 0 && (
        <ul className="small">
          {failed.map(({ name, reason }) => (
            <li key={name}>{words.reason(name, reason)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
