import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Link, Navigate, useLocation } from 'react-router-dom';
import { hasCode, PodioAnswerError } from '../api/errors.ts';
import { useDisplayName } from '../api/remembered.ts';
import { CallError } from '../errors/CallError.tsx';
import { useWords } from '../i18n/index.ts';
import { paths } from '../paths.ts';
import { queryKeys, useActingAs, useAuthentication } from '../react/index.ts';
import { announce } from '../ui/Announcer.tsx';
import { Button } from '../ui/Button.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { cut, oneLine } from '../ui/values/plain-text.ts';
import { Waiting } from '../ui/Waiting.tsx';
import { About } from './About.tsx';
import { Hidden } from './Hidden.tsx';
import styles from './Item.module.css';
import { ItemFields } from './ItemFields.tsx';
import { ItemHeader } from './ItemHeader.tsx';
import { NumberInApp } from './NumberInApp.tsx';
import { RawJson } from './RawJson.tsx';
import { type OneItem, useItem } from './use-item.ts';

interface ItemScreenProps {
  appId: number;
  itemId: number;
}

const mostInTitle = 60;

/** One item, or why it is not to be seen. The h1 stays one element throughout, so the focus stays on it. */
export function ItemScreen({ appId, itemId }: ItemScreenProps) {
  const words = useWords();
  const authId = useActingAs();
  const acting = useDisplayName(useAuthentication(authId)) ?? authId;
  const one = useItem(appId, itemId);
  const { item } = one;
  const status = item ? undefined : refusal(one.error);
  const title = oneLine(one.title ?? '') || (item ? words.items.untitled : words.item.unnamed(itemId));
  const heading = status === 403 ? words.errors.cannotOpen.title(acting) : status ? words.item.notFound.title : title;
  useSpoken(item && title);

  const inApp = item?.app?.app_id;
  if (inApp !== undefined && inApp !== appId) return <Navigate to={paths.item(authId, inApp, itemId)} replace />;
  return (
    <article className={styles.page}>
      <BackToItems appId={appId} />
      <PageTitle page={status ? words.item.page : cut(title, mostInTitle)} name={acting} error={status !== undefined}>
        {heading}
      </PageTitle>
      {item ? <Shown one={one} item={item} /> : <InPlaceOfItem appId={appId} itemId={itemId} one={one} status={status} acting={acting} />}
    </article>
  );
}

function Shown({ one, item }: { one: OneItem; item: NonNullable<OneItem['item']> }) {
  return (
    <>
      <ItemHeader one={one} item={item} />
      <Trouble one={one} />
      <div className={styles.columns} data-stale={one.updating || undefined}>
        <ItemFields item={item} empty={one.empty} />
        <About item={item} appName={one.appName} />
      </div>
      {one.answer && <RawJson answer={one.answer} />}
    </>
  );
}

function InPlaceOfItem({ appId, itemId, one, status, acting }: ItemScreenProps & { one: OneItem; status?: number; acting: string }) {
  const { item: words, errors, common } = useWords();
  const client = useQueryClient();
  const authId = useActingAs();
  if (one.pending) {
    return (
      <Waiting label={words.loading} onCancel={() => void client.cancelQueries({ queryKey: queryKeys.as(authId) })}>
        <Skeleton widths={[0.4, 1, 0.7, 1, 0.5, 0.8]} />
      </Waiting>
    );
  }
  if (status === 403) return <Hidden appId={appId} itemId={itemId} one={one} acting={acting} />;
  if (one.error) {
    return (
      <>
        <Trouble one={one} />
        {status === 404 && <NumberInApp appId={appId} number={itemId} appName={one.appName} />}
      </>
    );
  }
  return (
    <p>
      {errors.cancelled} <Button onClick={() => void one.refresh()}>{common.tryAgain}</Button>
    </p>
  );
}

/** What went wrong, also above an item that is still there. An ended authentication has its banner. */
function Trouble({ one }: { one: OneItem }) {
  if (!one.error || hasCode(one.error, 'authentication_expired')) return null;
  return <CallError error={one.error} onRetry={() => void one.refresh()} retrying={one.updating || one.pending} />;
}

function BackToItems({ appId }: { appId: number }) {
  const { item: words } = useWords();
  const authId = useActingAs();
  const { state } = useLocation();
  const search = (state as { items?: unknown } | null)?.items;
  return (
    <p>
      <Link to={paths.items(authId, appId, typeof search === 'string' ? search : '')} className={styles.back}>
        <span aria-hidden="true">‹ </span>
        {words.back}
      </Link>
    </p>
  );
}

/** 403, 404 or 410: there is nothing to see here as this authentication. */
function refusal(error: unknown): number | undefined {
  const status = error instanceof PodioAnswerError ? error.answer.status : undefined;
  return status === 403 || status === 404 || status === 410 ? status : undefined;
}

/** Says once that the item is there. */
function useSpoken(title: string | undefined): void {
  const said = useRef(false);
  useEffect(() => {
    if (title === undefined || said.current) return;
    said.current = true;
    announce(title);
  }, [title]);
}
