import { useEffect, useRef, useState } from 'react';
import { useDisplayName } from '../api/remembered.ts';
import { errorSentence, needsSignIn } from '../errors/error-sentence.ts';
import { SentenceText } from '../errors/SentenceText.tsx';
import { useWords } from '../i18n/index.ts';
import { succeeded, useActingAs, useAuthentication, usePodioMutation } from '../react/index.ts';
import { announce } from '../ui/Announcer.tsx';
import { askToSignInAgain } from '../ui/ask-to-sign-in-again.ts';
import { Button } from '../ui/Button.tsx';
import { safeFileName, saveFile } from '../ui/save-file.ts';
import styles from './Item.module.css';

/** Saves one file of Podio's; can be stopped, and goes on after signing in again where that is needed. */
export function Download({ fileId, name }: { fileId: number; name: string }) {
  const words = useWords();
  const { item, common } = words;
  const authId = useActingAs();
  const acting = useDisplayName(useAuthentication(authId)) ?? authId;
  const { mutateAsync, isPending } = usePodioMutation();
  const [error, setError] = useState<unknown>(undefined);
  const underWay = useRef<AbortController>(undefined);
  useEffect(() => () => underWay.current?.abort(), []);

  const fetchAndSave = async () => {
    const controller = new AbortController();
    underWay.current = controller;
    setError(undefined);
    try {
      const answer = succeeded(await mutateAsync({ method: 'GET', path: `/file/${fileId}/raw`, signal: controller.signal }));
      saveFile(answer.raw ?? answer.text, safeFileName(name) || String(fileId));
      announce(item.values.downloaded(name));
    } catch (failure) {
      if (controller.signal.aborted) return;
      if (!needsSignIn(failure)) setError(failure);
      else if (await askToSignInAgain(authId, 'read')) await fetchAndSave();
    }
  };
  return (
    <>
      <Button
        look="quiet"
        busy={isPending && item.values.downloading}
        onClick={() => void fetchAndSave()}
        aria-label={item.values.downloadNamed(name)}
      >
        {item.values.download}
      </Button>
      {isPending && (
        <Button look="quiet" onClick={() => underWay.current?.abort()} aria-label={item.values.cancelNamed(name)}>
          {common.cancel}
        </Button>
      )}
      {error !== undefined && (
        <span role="alert" className={styles.fileError}>
          <SentenceText {...errorSentence(words, error, acting)} />
        </span>
      )}
    </>
  );
}
