import { Navigate } from 'react-router-dom';
import { byLastUse } from '../api/remembered.ts';
import { paths } from '../paths.ts';
import { useAuthentications } from '../react/index.ts';
import { ServerUnreachable } from './ServerUnreachable.tsx';

/** `/` goes to the one used last, or to sign-in. */
export function Start() {
  const { authentications, isPending, error, refetch } = useAuthentications();
  const [last] = byLastUse(authentications);
  if (last) return <Navigate to={paths.home(last.id)} replace />;
  if (isPending) return null;
  if (error) return <ServerUnreachable error={error} onRetry={refetch} />;
  return <Navigate to={paths.signIn()} replace />;
}
