import { useParams } from 'react-router-dom';
import { parseAuthId } from '../paths.ts';
import { useActingAs } from '../react/index.ts';
import { NotFound } from '../shell/NotFound.tsx';
import { ItemScreen } from './ItemScreen.tsx';

/** One item of one app, at an address that can be passed on. */
export default function Item() {
  const authId = useActingAs();
  const { appId, itemId } = useParams();
  const app = parseAuthId(`app-${appId}`)?.id;
  const item = parseAuthId(`app-${itemId}`)?.id;
  if (app === undefined || item === undefined) return <NotFound />;
  // Another item or identity begins with nothing of the one before.
  return <ItemScreen key={`${authId}/${item}`} appId={app} itemId={item} />;
}
