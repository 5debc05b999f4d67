import { useId, useState } from 'react';
import { useSpacesOfApps } from '../api/known-spaces.ts';
import { useDisplayName } from '../api/remembered.ts';
import { needsSignIn } from '../errors/error-sentence.ts';
import { useWords } from '../i18n/index.ts';
import { useActingAs, useAuthentication } from '../react/index.ts';
import { ApiCallPanel } from '../ui/ApiCallPanel.tsx';
import { askToSignInAgain } from '../ui/ask-to-sign-in-again.ts';
import { Button } from '../ui/Button.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { ReadsPaused } from '../ui/ReadsPaused.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { useWide } from '../ui/use-media.ts';
import { FieldsDialog } from './FieldsDialog.tsx';
import styles from './Items.module.css';
import type { Items } from './use-items.ts';
import type { ItemsView } from './view-address.ts';

interface ItemsHeaderProps {
  appId: number;
  name: string;
  view: ItemsView;
  items: Items;
}

export function ItemsHeader({ appId, name, view, items }: ItemsHeaderProps) {
  const { items: words, apiCall } = useWords();
  const authId = useActingAs();
  const acting = useDisplayName(useAuthentication(authId));
  const [choosing, setChoosing] = useState(false);
  // From its first opening on: the dialog arrives lazily, and stays while it closes to give the focus back.
  const [wanted, setWanted] = useState(false);
  const choose = () => {
    setWanted(true);
    setChoosing(true);
  };
  const [showsCall, setShowsCall] = useState(false);
  const panelId = useId();
  const wide = useWide();
  const own = authId === `app-${appId}`;

  return (
    <header className={styles.header}>
      <PageTitle page={own ? words.page : words.of(name)} name={acting}>
        {name}
      </PageTitle>
      <Facts appId={appId} items={items} />
      <div className={styles.toolbar}>
        <Button onClick={choose} unavailable={items.all.length === 0} aria-haspopup="dialog">
          {!wide ? words.sortAndFields : items.all.length > 0 ? words.fieldsButton(items.columns.length) : words.fields.title}
        </Button>
        <Button onClick={() => setShowsCall(!showsCall)} aria-expanded={showsCall} aria-controls={panelId}>
          {apiCall.show}
        </Button>
      </div>
      {showsCall && <ApiCallPanel id={panelId} call={items.call} answer={items.answer} />}
      {wanted && <FieldsDialog open={choosing} onClose={() => setChoosing(false)} view={view} items={items} withSort={!wide} />}
    </header>
  );
}

function Facts({ appId, items }: { appId: number; items: Items }) {
  const { items: words, common } = useWords();
  const authId = useActingAs();
  const space = useSpacesOfApps()[appId];
  const refresh = async () => {
    const error = await items.refresh();
    if (needsSignIn(error)) void askToSignInAgain(authId, 'read');
  };
  return (
    <div className={styles.facts}>
      <p className="muted small tabular">
        {space !== undefined && `${space} · `}
        {common.reference({ type: 'app', id: appId })}
        {items.list && ` · ${words.count(items.list.total)}`}
        {items.updating ? ` · ${words.updating}` : items.updatedAt > 0 && <Updated at={items.updatedAt} />}
      </p>
      {items.list && <ReadsPaused since={items.updatedAt} />}
      <Button look="quiet" onClick={refresh}>
        {words.refresh}
      </Button>
    </div>
  );
}

function Updated({ at }: { at: number }) {
  const { items: words } = useWords();
  return (
    <>
      {' · '}
      {words.updated.before}
      <RelativeTime at={at} />
      {words.updated.after}
    </>
  );
}
