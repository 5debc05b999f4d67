import { useSearchParams } from 'react-router-dom';
import { byLastUse, displayName } from '../api/remembered.ts';
import { parseAuthId, paths, sameOriginPath } from '../paths.ts';
import { useAuthentications } from '../react/index.ts';

/** Where sign-in was asked for, and where "Back" leads. */
export function useReturn() {
  const [search] = useSearchParams();
  const returnTo = sameOriginPath(search.get('return'));
  const { authentications } = useAuthentications();
  const [lastUsed] = byLastUse(authentications);
  const inReturn = /^\/as\/([^/?#]+)/.exec(returnTo ?? '')?.[1] ?? '';
  const from = authentications.find(({ id }) => id === inReturn && parseAuthId(id)) ?? lastUsed;
  const back = from && { name: displayName(from), to: from.id === inReturn && returnTo ? returnTo : paths.home(from.id) };
  return { returnTo, back };
}
