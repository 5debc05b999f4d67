import { useQueryClient } from '@tanstack/react-query';
import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { Item } from '../api/podio-wire.ts';
import { useWords } from '../i18n/index.ts';
import { queryKeys, useActingAs } from '../react/index.ts';
import { Button } from '../ui/Button.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useGrowingRows } from '../ui/use-growing-rows.ts';
import { useWide } from '../ui/use-media.ts';
import { Waiting } from '../ui/Waiting.tsx';
import { EmptyApp } from './EmptyApp.tsx';
import styles from './Items.module.css';
import { ItemsHead } from './ItemsHead.tsx';
import { ItemsList } from './ItemsList.tsx';
import { ItemsTable } from './ItemsTable.tsx';
import { PageBeyond } from './PageBeyond.tsx';
import type { Items } from './use-items.ts';
import type { ItemsView } from './view-address.ts';

interface ItemsRegionProps {
  name: string;
  view: ItemsView;
  items: Items;
}

/** As many as the tallest screen shows of each. */
const firstRows = 50;
const firstEntries = 15;
const skeletonRows = Array<number>(8).fill(1);
const none: readonly Item[] = [];

/** Where the rows stand: as a table, on a narrow screen as a list, or what there is in their place. */
export function ItemsRegion({ name, view, items }: ItemsRegionProps) {
  const { items: words } = useWords();
  const region = useRef<HTMLElement>(null);
  const wide = useWide();
  useReadFromBeginning(region, view);
  const { list } = items;
  const drawn = useGrowingRows(list?.items ?? none, items.of, wide ? firstRows : firstEntries);
  if (list && list.total === 0) return <EmptyApp name={name} app={items.app} />;
  if (list && list.items.length === 0 && !items.updating) return <PageBeyond view={view} list={list} />;
  const onlyTrouble = !list && !items.pending && Boolean(items.error);
  if (onlyTrouble && (!wide || items.all.length === 0)) return null;
  const Rows = wide ? ItemsTable : ItemsList;
  const busy = items.pending || items.updating || drawn.length < (list?.items.length ?? 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable with the keyboard
    <section ref={region} aria-label={words.of(name)} aria-busy={busy || undefined} tabIndex={0} className={styles.region}>
      {list ? (
        <Rows name={name} view={view} items={items} list={list} drawn={drawn} />
      ) : (
        <InPlaceOfRows name={name} view={view} items={items} />
      )}
    </section>
  );
}

/** Another page, order or size is read from its beginning; a region that is new stands there, and to ask it costs a layout. */
function useReadFromBeginning(region: RefObject<HTMLElement | null>, { page, rows, sort }: ItemsView): void {
  const reading = `${page} ${rows} ${sort.by} ${sort.descending}`;
  const before = useRef(reading);
  useLayoutEffect(() => {
    if (before.current === reading) return;
    before.current = reading;
    if (region.current) region.current.scrollTop = 0;
  }, [region, reading]);
}

function InPlaceOfRows({ name, view, items }: ItemsRegionProps) {
  const { items: words, errors, common } = useWords();
  const client = useQueryClient();
  const authId = useActingAs();
  if (items.pending) {
    return (
      <div className={styles.waiting}>
        <Waiting label={words.loading(name)} onCancel={() => void client.cancelQueries({ queryKey: queryKeys.as(authId) })}>
          <Skeleton widths={skeletonRows} />
        </Waiting>
      </div>
    );
  }
  // The heads stay, to try another order; what went wrong is said below them.
  if (items.error) {
    return (
      <table aria-label={words.of(name)} className={styles.table}>
        <ItemsHead view={view} items={items} />
      </table>
    );
  }
  return (
    <p className={styles.waiting}>
      {errors.cancelled} <Button onClick={() => void items.refresh()}>{common.tryAgain}</Button>
    </p>
  );
}
