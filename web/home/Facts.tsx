import { useQuery } from '@tanstack/react-query';
import type { Authentication } from '../../server/contract.ts';
import { readAuthentication } from '../api/keyring.ts';
import { useWords } from '../i18n/index.ts';
import { queryKeys } from '../react/index.ts';

/** Who this is, how it was signed in, and what Podio granted. */
export function Facts({ authentication }: { authentication: Authentication }) {
  const { home, common } = useWords();
  const scope = useScope(authentication);
  const permissions = scope && (scope === 'global:all' ? home.allPermissions : home.permissions(scope));
  return (
    <p className="muted small">
      {[common.reference(authentication.ref), home.method[authentication.method], permissions].filter(Boolean).join(' · ')}
    </p>
  );
}

/** The list leaves a scope out that does not fit into its cookie; asked for alone an authentication has it whole. */
function useScope({ id, scope }: Authentication): string | null | undefined {
  const whole = useQuery({
    queryKey: queryKeys.authentication(id),
    queryFn: ({ signal }) => readAuthentication(id, { signal }),
    enabled: scope === null,
  });
  return scope ?? whole.data?.scope;
}
