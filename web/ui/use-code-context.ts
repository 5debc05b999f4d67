import type { CodeContext } from '../api/code/as-code.ts';
import { useActingAs, useAuthConfig, useAuthentication } from '../react/index.ts';
import { useSettled } from './use-idle.ts';

/** What code of the acting authentication's calls needs to know. */
export function useCodeContext(): CodeContext {
  const apiUrl = useAuthConfig({ enabled: useSettled() }).data?.sandbox?.url;
  const method = useAuthentication(useActingAs())?.method;
  return { ...(apiUrl !== undefined && { apiUrl }), ...(method !== undefined && { method }) };
}
