import { useLocation } from 'react-router-dom';
import { type App, appName } from '../api/podio-wire.ts';
import { useDisplayName } from '../api/remembered.ts';
import { useWords } from '../i18n/index.ts';
import { useActingAs, useAuthentication } from '../react/index.ts';

/**
 * What to call an app from the first moment on: as an app by the name of its authentication, else by its definition,
 * until that is there by the name on the link that led here.
 */
export function useAppName(appId: number, app: App | undefined): string {
  const { common } = useWords();
  const authId = useActingAs();
  const own = useDisplayName(useAuthentication(`app-${appId}`));
  const { state } = useLocation();
  const onLink = (state as { appName?: unknown } | null)?.appName;
  if (authId === `app-${appId}` && own !== undefined) return own;
  if (app) return appName(app);
  return typeof onLink === 'string' ? onLink : (own ?? common.reference({ type: 'app', id: appId }));
}
