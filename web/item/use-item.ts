import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { PodioAnswer, PodioCall } from '../api/errors.ts';
import { type App, appName, type ItemList, type WholeItem } from '../api/podio-wire.ts';
import { useDisplayName } from '../api/remembered.ts';
import { UnreadableAnswerError } from '../errors/error-sentence.ts';
import { useWords } from '../i18n/index.ts';
import { queryKeys, useActingAs, useAuthentication, usePodioQuery } from '../react/index.ts';

export interface OneItem {
  item: WholeItem | undefined;
  /** The item's title as soon as anything knows it. */
  title: string | undefined;
  /** What its app is called, as far as it is known. */
  appName: string;
  /** Labels of the app's fields that have no value here, where the definition happens to be known. */
  empty: string[];
  /** The call behind the page, and what it was answered last. */
  call: PodioCall;
  answer: PodioAnswer | undefined;
  /** When it was fetched, in milliseconds since the epoch. */
  updatedAt: number;
  updating: boolean;
  pending: boolean;
  error: unknown;
  /** Fetches it again; resolves with what went wrong, if anything did. */
  refresh: () => Promise<unknown>;
}

/** One item. Looking at it here does not mark it as viewed in Podio: that would be a change. */
export function useItem(appId: number, itemId: number): OneItem {
  const path = `/item/${itemId}?mark_as_viewed=0`;
  const query = usePodioQuery<WholeItem>({ path });
  const listed = useListed(appId, itemId);
  // Asked of the cache only: it is there when the list was looked at, and not worth a call.
  const definition = usePodioQuery<App>({ path: `/app/${appId}` }, { enabled: false }).data?.json;
  const item = isItem(query.data?.json) ? query.data.json : undefined;
  return {
    item,
    title: item?.title ?? listed,
    appName: useName(appId, item?.app ?? definition),
    empty: useMemo(() => (item && definition ? emptyFields(item, definition) : []), [item, definition]),
    call: { method: 'GET', path },
    answer: query.data,
    updatedAt: query.dataUpdatedAt,
    updating: query.isFetching && item !== undefined,
    pending: query.isPending && query.fetchStatus !== 'idle',
    error: query.error ?? (query.data && !item ? new UnreadableAnswerError() : undefined),
    refresh: async () => (await query.refetch()).error,
  };
}

const isItem = (json: unknown): json is WholeItem => typeof (json as WholeItem | undefined)?.item_id === 'number';

/** The title that a list of this app had for the item. */
function useListed(appId: number, itemId: number): string | undefined {
  const client = useQueryClient();
  const authId = useActingAs();
  return useMemo(() => {
    const lists = client.getQueriesData<{ json?: ItemList }>({
      queryKey: [...queryKeys.as(authId), 'POST', `/item/app/${appId}/filter/`],
    });
    for (const [, data] of lists) {
      const found = data?.json?.items?.find((item) => item.item_id === itemId);
      if (found) return found.title;
    }
    return undefined;
  }, [client, authId, appId, itemId]);
}

function useName(appId: number, app: Pick<App, 'app_id' | 'config' | 'name'> | undefined): string {
  const { common } = useWords();
  const held = useDisplayName(useAuthentication(`app-${appId}`));
  return held ?? (app ? appName(app) : common.reference({ type: 'app', id: appId }));
}

function emptyFields(item: WholeItem, app: App): string[] {
  const filled = new Set(item.fields?.map(({ field_id }) => field_id));
  return (app.fields ?? [])
    .filter(({ field_id, status, config }) => status !== 'deleted' && !config?.hidden && !filled.has(field_id))
    .sort((one, other) => (one.config?.delta ?? 0) - (other.config?.delta ?? 0))
    .map(({ config, label, external_id }) => config?.label ?? label ?? external_id);
}
