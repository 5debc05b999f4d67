import { useId, useState } from 'react';
import type { WholeItem } from '../api/podio-wire.ts';
import { needsSignIn } from '../errors/error-sentence.ts';
import { useWords } from '../i18n/index.ts';
import { useActingAs } from '../react/index.ts';
import { ApiCallPanel } from '../ui/ApiCallPanel.tsx';
import { askToSignInAgain } from '../ui/ask-to-sign-in-again.ts';
import { Button } from '../ui/Button.tsx';
import { ReadsPaused } from '../ui/ReadsPaused.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { utc } from '../ui/values/field-value.ts';
import styles from './Item.module.css';
import type { OneItem } from './use-item.ts';

/** Both of its numbers, where it comes from, how fresh this is, and the call behind it. */
export function ItemHeader({ one, item }: { one: OneItem; item: WholeItem }) {
  const { apiCall } = useWords();
  const [showsCall, setShowsCall] = useState(false);
  const panelId = useId();
  return (
    <header className={styles.header}>
      <Facts one={one} item={item} />
      <div className={styles.toolbar}>
        <Button onClick={() => setShowsCall(!showsCall)} aria-expanded={showsCall} aria-controls={showsCall ? panelId : undefined}>
          {apiCall.show}
        </Button>
      </div>
      {showsCall && <ApiCallPanel id={panelId} call={one.call} answer={one.answer} />}
    </header>
  );
}

function Facts({ one, item }: { one: OneItem; item: WholeItem }) {
  const { item: words, items, common } = useWords();
  const authId = useActingAs();
  const created = utc(item.created_on);
  const refresh = async () => {
    const error = await one.refresh();
    if (needsSignIn(error)) void askToSignInAgain(authId, 'read');
  };
  return (
    <div className={styles.facts}>
      <p className="muted small tabular">
        {words.number(item.app_item_id_formatted ?? String(item.app_item_id))} · {words.id(item.item_id)}
        {created && (
          <>
            {' · '}
            {words.created.before(item.created_by?.name)}
            <RelativeTime at={created.getTime()} />
            {words.created.after}
          </>
        )}
        {' · '}
        {one.updating ? (
          items.updating
        ) : (
          <>
            {items.updated.before}
            <RelativeTime at={one.updatedAt} />
            {items.updated.after}
          </>
        )}
      </p>
      <ReadsPaused since={one.updatedAt} />
      <Button look="quiet" busy={one.updating && common.loading} onClick={refresh}>
        {items.refresh}
      </Button>
    </div>
  );
}
