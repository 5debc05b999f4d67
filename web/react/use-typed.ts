import { appsGet, itemsFilter, itemsGet } from '../../server/podio/calls.ts';
import type { ItemFilter } from '../../server/podio/types.ts';
import { type PodioQueryOptions, usePodioQuery } from './use-podio.ts';

/** Items of an app that match, one page of them: `data.json.items`. Podio allows 250 of these calls an hour. */
export const useItems = (appId: number, filter?: ItemFilter, options?: PodioQueryOptions) =>
  usePodioQuery(itemsFilter(appId, filter), options);

export const useItem = (itemId: number, options?: PodioQueryOptions) => usePodioQuery(itemsGet(itemId), options);

/** An app's definition, with its fields. */
export const useApp = (appId: number, options?: PodioQueryOptions) => usePodioQuery(appsGet(appId), options);
