import type { WholeItem } from '../api/podio-wire.ts';
import { useAreReadsPaused } from '../api/reserve.ts';
import { useActingAs, usePodioQuery } from '../react/index.ts';
import { oneLine } from '../ui/values/plain-text.ts';

/** Ids of items over all of Podio are longer than this; numbers within an app are shorter. */
const largestNumber = 999_999;

export const couldBeNumberInApp = (id: number): boolean => id <= largestNumber;

/**
 * People take an item's number within its app (`app_item_id`) for its id (`item_id`). The item of that number, where the
 * app has one: it costs a call, which is made only for an id that is too small to be one.
 *
 * @param appId undefined where no app is meant
 */
export function useNumberInApp(appId: number | undefined, number: number) {
  const paused = useAreReadsPaused(useActingAs());
  const enabled = appId !== undefined && couldBeNumberInApp(number) && !paused;
  const { data } = usePodioQuery<WholeItem>({ path: `/app/${appId}/item/${number}?mark_as_viewed=0` }, { enabled });
  const found = data?.json;
  if (!enabled || typeof found?.item_id !== 'number') return undefined;
  return { itemId: found.item_id, formatted: found.app_item_id_formatted ?? String(number), title: oneLine(found.title ?? '') };
}
