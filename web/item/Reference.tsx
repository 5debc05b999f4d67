import { Link } from 'react-router-dom';
import { appName, type ItemReference } from '../api/podio-wire.ts';
import { useDisplayName } from '../api/remembered.ts';
import { useWords } from '../i18n/index.ts';
import { parseAuthId, paths } from '../paths.ts';
import { useActingAs, useAuthentication } from '../react/index.ts';
import { oneLine } from '../ui/values/plain-text.ts';
import styles from './Item.module.css';
import { OpenAs } from './OpenAs.tsx';

/**
 * A related item. The link acts as the same authentication. An app reaches the items of no other app, so there it is
 * said at once who can open it.
 */
export function Reference({ reference }: { reference: ItemReference }) {
  const { item: words } = useWords();
  const authId = useActingAs();
  const acting = useDisplayName(useAuthentication(authId)) ?? authId;
  const { app, item_id: itemId, app_item_id: number } = reference;
  const title = oneLine(reference.title ?? '') || words.references.untitled;
  if (!app) return title;
  const name = appName(app);
  const isOutOfReach = parseAuthId(authId)?.type === 'app' && authId !== `app-${app.app_id}`;
  return (
    <span className={styles.reference}>
      <span>
        <Link to={paths.item(authId, app.app_id, itemId)}>{title}</Link>{' '}
        <span className="muted small">
          {name}
          {number !== undefined && ` ${words.number(String(number))}`}
        </span>
      </span>
      {isOutOfReach && (
        <span className={styles.elsewhere}>
          <span className="muted small">{words.references.cannotOpen(acting, name)}</span>
          <OpenAs appId={app.app_id} itemId={itemId} />
        </span>
      )}
    </span>
  );
}
