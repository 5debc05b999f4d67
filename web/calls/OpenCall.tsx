import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import type { LoggedCall } from '../api/call-log.ts';
import { pathWithoutSecrets } from '../api/secrets.ts';
import { paths } from '../paths.ts';

/** Leads to the call in the explorer, to be sent again there; its body goes along, and not in the address. */
export function OpenCall({ call, children, className }: { call: LoggedCall; children: ReactNode; className?: string }) {
  const { authId, method, path, body } = call;
  return (
    <Link to={paths.explorer(authId, { method, path: pathWithoutSecrets(path) })} state={{ body }} className={className}>
      {children}
    </Link>
  );
}
