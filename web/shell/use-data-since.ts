import { useQueryClient } from '@tanstack/react-query';
import { queryKeys } from '../api/query-keys.ts';
import { useActingAsIfAny } from '../react/index.ts';

/** When the oldest of what is on screen was fetched, in milliseconds since the epoch; undefined where nothing is. */
export function useDataSince(): number | undefined {
  const client = useQueryClient();
  const acting = useActingAsIfAny();
  const shown = client.getQueryCache().findAll({ queryKey: acting === undefined ? ['as'] : queryKeys.as(acting), type: 'active' });
  const times = shown.map(({ state }) => state.dataUpdatedAt).filter((at) => at > 0);
  return times.length > 0 ? Math.min(...times) : undefined;
}
