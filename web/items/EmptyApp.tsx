import type { App } from '../api/podio-wire.ts';
import { useWords } from '../i18n/index.ts';
import { paths } from '../paths.ts';
import { useActingAs } from '../react/index.ts';
import { LinkButton } from '../ui/LinkButton.tsx';
import { exampleItem } from './example-item.ts';
import styles from './Items.module.css';

/** An app without items: where they come from, and a call that adds one. */
export function EmptyApp({ name, app }: { name: string; app: App | undefined }) {
  const { items: words } = useWords();
  const authId = useActingAs();
  const call = { method: 'POST', path: `/item/app/${app?.app_id ?? authId.replace('app-', '')}/` };
  return (
    <div className={styles.empty}>
      <h2>{words.empty.title}</h2>
      <p>{words.empty.text(name)}</p>
      <p>
        <LinkButton to={paths.explorer(authId, call)} state={{ body: exampleItem(app?.fields ?? []) }}>
          {words.empty.add}
        </LinkButton>
      </p>
    </div>
  );
}
