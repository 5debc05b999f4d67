import { Link } from 'react-router-dom';
import type { PodioAnswer } from '../api/errors.ts';
import { couldBeNumberInApp, useNumberInApp } from '../errors/use-number-in-app.ts';
import { useWords } from '../i18n/index.ts';
import { parseAuthId, paths } from '../paths.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import styles from './Explorer.module.css';
import type { ExplorerState } from './use-explorer.ts';

interface NumberMeantProps {
  /** The answer that there is no such item, or none for this authentication. */
  answer: PodioAnswer;
  explorer: ExplorerState;
  name: string;
}

/** Below a refusal of `/item/12…`: such a small number is rather one within an app. An app's own item of it is offered. */
export function NumberMeant({ answer: { call, status }, explorer, name }: NumberMeantProps) {
  const { item: words, items, explorer: own } = useWords();
  const { authId, change, fields } = explorer;
  const [, id = '', rest = ''] = /^\/item\/(\d+)((?:[/?].*)?)$/.exec(call.path) ?? [];
  const isSmall = (status === 404 || status === 403) && id !== '' && couldBeNumberInApp(Number(id));
  const app = parseAuthId(authId);
  const appId = isSmall && app?.type === 'app' ? app.id : undefined;
  const found = useNumberInApp(appId, Number(id));
  if (!isSmall) return null;
  const use = (path: string) => {
    change({ path });
    fields.path.current?.focus();
  };
  return (
    <Notice>
      {found && appId !== undefined && (
        <>
          <p>{words.notFound.meant(found.formatted, name)}</p>
          <div className={styles.actions}>
            <Button onClick={() => use(`/item/${found.itemId}${rest}`)}>{own.callWithId(found.itemId)}</Button>
            <Link to={paths.item(authId, appId, found.itemId)}>{words.notFound.offer(found.formatted, found.title || items.untitled)}</Link>
          </div>
        </>
      )}
      <p className="muted small">{words.notFound.hint}</p>
    </Notice>
  );
}
