import { useParams } from 'react-router-dom';
import { parseAuthId } from '../paths.ts';
import { useActingAs } from '../react/index.ts';
import { NotFound } from '../shell/NotFound.tsx';
import { AppItems } from './AppItems.tsx';

/** The items of the app in the address; home of an app authentication: its own. */
export default function Items() {
  const authId = useActingAs();
  const inAddress = useParams().appId;
  const appId = inAddress === undefined ? parseAuthId(authId)?.id : parseAuthId(`app-${inAddress}`)?.id;
  if (appId === undefined) return <NotFound />;
  // Another app or identity begins with nothing of the one before.
  return <AppItems key={`${authId}/${appId}`} appId={appId} />;
}
