import { useLocation } from 'react-router-dom';
import { useDisplayName } from '../api/remembered.ts';
import { useWords } from '../i18n/index.ts';
import { parseAuthId } from '../paths.ts';
import { useAuthentication } from '../react/index.ts';
import type { Row } from './groups.ts';

/**
 * Gives what to say when the page is one of an app's items that the one in a row cannot open; undefined where it can.
 * Asked once for all rows: each would look through the whole keyring for the app's name.
 */
export function useCannotOpen(): (row: Row) => string | undefined {
  const { shell, common } = useWords();
  const { pathname } = useLocation();
  const [, from, app] = /^\/as\/([^/]+)\/apps\/(\d+)\//.exec(pathname) ?? [];
  const held = useDisplayName(useAuthentication(app && `app-${app}`));
  return (row) => {
    const target = parseAuthId(row.id);
    if (!from || !app || row.id === from || target?.type !== 'app' || String(target.id) === app) return undefined;
    return shell.cannotOpen(row.name, held ?? common.reference({ type: 'app', id: Number(app) }));
  };
}
