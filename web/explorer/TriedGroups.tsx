import { useId } from 'react';
import { Link } from 'react-router-dom';
import { displayName, useLabels } from '../api/remembered.ts';
import { statusPhrase } from '../api/status-phrase.ts';
import { useWords } from '../i18n/index.ts';
import { paths } from '../paths.ts';
import { useAuthentications } from '../react/index.ts';
import { Tile } from '../ui/Tile.tsx';
import styles from './TryEach.module.css';
import { groupTried, type TriedGroup } from './tried.ts';
import type { Round } from './use-try-each.ts';

/** Who was answered what, side by side by status; each leads to the same call as that authentication. */
export function TriedGroups({ round: { call, ids, tried } }: { round: Round }) {
  return (
    <div className={styles.groups}>
      {groupTried(tried, ids).map((group) => (
        <Group key={JSON.stringify(group.outcome)} group={group} call={call} />
      ))}
    </div>
  );
}

function Group({ group: { outcome, ids }, call }: { group: TriedGroup; call: Round['call'] }) {
  const { common, explorer, apiCall } = useWords();
  const { authentications } = useAuthentications();
  const labels = useLabels();
  const titleId = useId();
  const title =
    outcome.kind === 'status'
      ? apiCall.status(outcome.status, statusPhrase(outcome.status, outcome.statusText))
      : outcome.kind === 'sign-in-again'
        ? common.signInAgain
        : explorer.each.noAnswer;
  return (
    <section className={styles.group}>
      <h3 id={titleId}>
        {title} <span className="muted tabular">({common.count(ids.length)})</span>
      </h3>
      <ul aria-labelledby={titleId} className={styles.list}>
        {authentications
          .filter(({ id }) => ids.includes(id))
          .map((authentication) => {
            const { id, ref } = authentication;
            const name = displayName(authentication, labels);
            return (
              <li key={id}>
                <Link to={paths.explorer(id, { method: call.method, path: call.path })} className={styles.link}>
                  <Tile authId={id} name={name} />
                  <span>{common.named(name, ref)}</span>
                </Link>
              </li>
            );
          })}
      </ul>
    </section>
  );
}
