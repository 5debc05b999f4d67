import { useEffect, useState } from 'react';
import { Link } from 'react-router-dom';
import type { Method } from '../../server/contract.ts';
import { byLastUse, useLastUsed } from '../api/remembered.ts';
import { useWords } from '../i18n/index.ts';
import { paths } from '../paths.ts';
import { useAuthentications } from '../react/index.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { askToSignOut, SignOutQuestion } from '../ui/SignOutQuestion.tsx';
import { StatusText } from '../ui/StatusText.tsx';
import { Tile } from '../ui/Tile.tsx';
import styles from './KeyringFull.module.css';

/** As many of those used longest ago are offered to sign out of. */
const offered = 5;

/** S11: nothing was lost, and nothing typed is kept. `onRoom`: one has left. */
export function KeyringFull({ method, onRoom }: { method: Method; onRoom: () => void }) {
  const { common, signIn } = useWords();
  const { full } = signIn;
  const { authentications, capacity, refetch } = useAuthentications();
  const lastUsed = useLastUsed();
  const [still, setStill] = useState('');
  // What filled it was added elsewhere, or this page would have said so before Podio was asked.
  useEffect(() => void refetch(), [refetch]);
  const held = authentications.length;
  const room = capacity ?? held;
  const leastUsed = byLastUse(authentications, lastUsed).reverse().slice(0, offered);
  const retry = async () => {
    setStill('');
    const { data } = await refetch();
    if (data && data.authentications.length < data.capacity) onRoom();
    else setStill(full.still);
  };
  return (
    <Card>
      <PageTitle page={full.title} error>
        {full.title}
      </PageTitle>
      <p>{full.text(held, room)}</p>
      {full.notKept[method] && <p className="muted">{full.notKept[method]}</p>}
      <h2>{full.leastUsed}</h2>
      <ul className={styles.list}>
        {leastUsed.map((authentication) => {
          const named = common.named(authentication.name, authentication.ref);
          return (
            <li key={authentication.id} className={styles.item}>
              <Tile authId={authentication.id} name={authentication.name} />
              <Button onClick={() => askToSignOut(authentication)}>{signIn.full.signOutOf(named)}</Button>
            </li>
          );
        })}
      </ul>
      <p>
        <Link to={paths.authentications()}>{signIn.seeAll}</Link>
      </p>
      <p className={styles.retry}>
        <Button look="primary" onClick={retry}>
          {common.tryAgain}
        </Button>
        <StatusText text={still} />
      </p>
      <SignOutQuestion />
    </Card>
  );
}
