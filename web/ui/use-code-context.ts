import type { CodeContext } from '../api/code/as-code.ts';
import { useActingAs, useAuthConfig, useAuthentication } from '../react/index.ts';

/** What code of the acting authentication's calls needs to know. */
export function useCodeContext(): CodeContext {
  const apiUrl = useAuthConfig().data?.sandbox?.url;
  const method = useAuthentication(useActingAs())?.method;
  return { ...(apiUrl !== undefined && { apiUrl }), ...(method !== undefined && { method }) };
}
