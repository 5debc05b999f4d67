import { useMemo } from 'react';
import { useLocation } from 'react-router-dom';
import { hasCode } from '../api/errors.ts';
import { CallError } from '../errors/CallError.tsx';
import { CannotOpen } from '../errors/CannotOpen.tsx';
import { isHiddenFrom } from '../errors/error-sentence.ts';
import { useActingAs } from '../react/index.ts';
import styles from './Items.module.css';
import { ItemsFooter, RoomForFooter } from './ItemsFooter.tsx';
import { ItemsHeader } from './ItemsHeader.tsx';
import { ItemsRegion } from './ItemsRegion.tsx';
import { useAppName } from './use-app-name.ts';
import { useItems } from './use-items.ts';
import { useSpokenResult } from './use-spoken-result.ts';
import { readView } from './view-address.ts';

/** One app's items: what they are, how they are looked at, the rows, the pages. */
export function AppItems({ appId }: { appId: number }) {
  const { search } = useLocation();
  const view = useMemo(() => readView(search), [search]);
  const items = useItems(appId, view);
  const name = useAppName(appId, items.app);
  useSpokenResult(name, view, items);

  if (isHiddenFrom(items.error) && !items.list) return <CannotOpen error={items.error} onRetry={() => void items.refresh()} />;
  return (
    <div className={styles.page}>
      <ItemsHeader appId={appId} name={name} view={view} items={items} />
      {items.list && <Trouble items={items} />}
      <ItemsRegion name={name} view={view} items={items} />
      {!items.list && <Trouble items={items} />}
      {items.list ? <ItemsFooter view={view} shown={items.shown} list={items.list} /> : items.pending && <RoomForFooter />}
    </div>
  );
}

/** What went wrong, above rows that are still there or in their place. An ended authentication has its banner. */
function Trouble({ items }: { items: ReturnType<typeof useItems> }) {
  const authId = useActingAs();
  if (!items.error || hasCode(items.error, 'authentication_expired')) return null;
  return <CallError key={authId} error={items.error} onRetry={() => void items.refresh()} retrying={items.updating || items.pending} />;
}
