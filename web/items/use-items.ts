import { useDeferredValue, useMemo } from 'react';
import type { PodioAnswer, PodioCall } from '../api/errors.ts';
import type { App, ItemList } from '../api/podio-wire.ts';
import { UnreadableAnswerError } from '../errors/error-sentence.ts';
import { usePodioQuery } from '../react/index.ts';
import { type Column, chosenColumns, columnsOf, effectiveSort, sortBody } from './columns.ts';
import type { ItemsView, Sort } from './view-address.ts';

export interface Items {
  app: App | undefined;
  /** All fields that can be columns, and those that are. */
  all: Column[];
  columns: Column[];
  sort: Sort;
  /** The rows on screen; while another page is under way, those of the page before. */
  list: ItemList | undefined;
  /** What the rows on screen were asked with: other rows, another value. */
  of: string | undefined;
  /** Which page the rows on screen are, of how many rows. */
  shown: Pick<ItemsView, 'page' | 'rows'>;
  /** The call behind the list, and what it was answered last. */
  call: PodioCall;
  answer: PodioAnswer | undefined;
  /** When the rows on screen were fetched, in milliseconds since the epoch. */
  updatedAt: number;
  /** The rows on screen are those of the page before, or being fetched again. */
  updating: boolean;
  pending: boolean;
  error: unknown;
  /** Fetches the rows again, and the definition where that failed; resolves with what went wrong, if anything did. */
  refresh: () => Promise<unknown>;
}

/** An app's definition and one page of its items: two calls, side by side wherever the order allows. */
export function useItems(appId: number, view: ItemsView): Items {
  const app = usePodioQuery<App>({ path: `/app/${appId}` });
  const definition = readable(app.data?.json, isApp);
  const all = useMemo(() => columnsOf(definition ?? {}), [definition]);
  const columns = useMemo(() => chosenColumns(definition ?? {}, view.fields), [definition, view.fields]);
  const body = { limit: view.rows, offset: (view.page - 1) * view.rows, ...sortBody(view.sort, all) };
  const path = `/item/app/${appId}/filter/`;
  const byField = view.sort.by !== 'item' && view.sort.by !== 'title';
  const rows = usePodioQuery<ItemList>({ method: 'POST', path, body }, { enabled: !byField || app.isSuccess, keepPrevious: true });
  // Drawn in short pieces, as there are many; until they are, those before stay, or what says that they are on their way.
  const data = useDeferredValue(rows.data);
  const drawing = data !== rows.data;
  const found = readable(data?.json, isItemList);
  // Rows that come first wait for their columns: they would be drawn twice, and move under the reader's hand.
  const list = app.isPending && app.fetchStatus === 'fetching' ? undefined : found;
  const unreadable = (app.data && !definition) || (data && !found) ? new UnreadableAnswerError() : undefined;
  return {
    app: definition,
    all,
    columns,
    sort: all.length > 0 ? effectiveSort(view.sort, all) : view.sort,
    list,
    of: data?.call.body,
    shown: data ? pageOf(data.call) : view,
    call: { method: 'POST', path, body: JSON.stringify(body) },
    answer: rows.isPlaceholderData ? undefined : rows.data,
    updatedAt: rows.dataUpdatedAt,
    updating: (rows.isFetching || drawing) && list !== undefined,
    pending: (drawing && !data) || (rows.isPending && rows.fetchStatus !== 'idle') || (app.isPending && app.fetchStatus !== 'idle'),
    error: rows.error ?? app.error ?? unreadable,
    refresh: async () => {
      const both = await Promise.all([definition ? undefined : app.refetch(), byField && !definition ? undefined : rows.refetch()]);
      return both.find((result) => result?.error)?.error;
    },
  };
}

/** The page that a call asked for. */
function pageOf({ body = '' }: PodioCall): Pick<ItemsView, 'page' | 'rows'> {
  const { limit, offset } = JSON.parse(body) as { limit: number; offset: number };
  return { page: offset / limit + 1, rows: limit };
}

function readable<T>(json: unknown, is: (json: unknown) => json is T): T | undefined {
  return is(json) ? json : undefined;
}

const isApp = (json: unknown): json is App => typeof (json as App | undefined)?.app_id === 'number';
const isItemList = (json: unknown): json is ItemList =>
  Array.isArray((json as ItemList | undefined)?.items) && typeof (json as ItemList).filtered === 'number';
