import { useId } from 'react';
import { errorSentence } from '../errors/error-sentence.ts';
import { TryEachLink } from '../errors/TryEachLink.tsx';
import { useWords } from '../i18n/index.ts';
import { parseAuthId } from '../paths.ts';
import { useActingAs } from '../react/index.ts';
import { Button } from '../ui/Button.tsx';
import { RequestId } from '../ui/RequestId.tsx';
import styles from './Item.module.css';
import { NumberInApp } from './NumberInApp.tsx';
import { OpenAs } from './OpenAs.tsx';
import type { OneItem } from './use-item.ts';

interface HiddenProps {
  appId: number;
  itemId: number;
  one: OneItem;
  /** Who was refused. */
  acting: string;
}

/** Podio does not show this item to this authentication; another one may see it. */
export function Hidden({ appId, itemId, one, acting }: HiddenProps) {
  const words = useWords();
  const { errors, item, common } = words;
  const authId = useActingAs();
  const listId = useId();
  const own = authId === `app-${appId}` || parseAuthId(authId)?.type === 'user';
  return (
    <>
      <p>
        {own ? errorSentence(words, one.error, acting).text : item.references.cannotOpen(acting, one.appName)} {errors.cannotOpen.another}
      </p>
      <p className={styles.actions}>
        <Button busy={one.updating && common.loading} onClick={() => void one.refresh()}>
          {common.tryAgain}
        </Button>
        <TryEachLink error={one.error} />
      </p>
      <section className={styles.others}>
        <h2 id={listId}>{errors.cannotOpen.others}</h2>
        <OpenAs appId={appId} itemId={itemId} labelledBy={listId} />
      </section>
      {own && <NumberInApp appId={appId} number={itemId} appName={one.appName} />}
      <RequestId of={one.error} />
    </>
  );
}
