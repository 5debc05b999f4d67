import { useEffect, useState } from 'react';
import type { PodioAnswer } from '../api/errors.ts';
import type { PodioFile } from '../api/podio-wire.ts';
import { useDisplayName } from '../api/remembered.ts';
import { areReadsPaused } from '../api/reserve.ts';
import { errorSentence } from '../errors/error-sentence.ts';
import { SentenceText } from '../errors/SentenceText.tsx';
import { useWords } from '../i18n/index.ts';
import { useActingAs, useAuthentication, usePodioQuery } from '../react/index.ts';
import { Button } from '../ui/Button.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import styles from './Item.module.css';

/** Pixels only: what is drawn by a document (SVG) could hold more than a picture. */
const pixels = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif', 'image/bmp']);
const largestAtOnce = 2_000_000;

export const canBeShown = ({ mimetype = '' }: PodioFile): boolean => pixels.has(mimetype.toLowerCase());

interface PictureProps {
  file: PodioFile;
  name: string;
  /** Fetched without being asked for, unless it is large. */
  atOnce: boolean;
}

/** A picture as the acting authentication gets it: by a call of the API, since Podio's own address of it wants a token. */
export function Picture({ file, name, atOnce }: PictureProps) {
  const words = useWords();
  const { values } = words.item;
  const authId = useActingAs();
  const acting = useDisplayName(useAuthentication(authId)) ?? authId;
  const [wanted, setWanted] = useState(atOnce && (file.size ?? 0) <= largestAtOnce && !areReadsPaused(authId));
  const { data, error, isFetching, refetch } = usePodioQuery({ path: `/file/${file.file_id}/raw` }, { enabled: wanted });
  const url = usePictureUrl(data, file.mimetype ?? '');
  if (url !== undefined) return <img src={url} alt={file.description || name} className={styles.picture} />;
  if (error && !isFetching) {
    return (
      <p className={styles.pictureError}>
        <SentenceText {...errorSentence(words, error, acting)} />{' '}
        <Button look="quiet" onClick={() => void refetch()} aria-label={values.showNamed(name)}>
          {values.showPicture}
        </Button>
      </p>
    );
  }
  if (!wanted) {
    return (
      <Button onClick={() => setWanted(true)} aria-label={values.showNamed(name)}>
        {values.showPicture}
      </Button>
    );
  }
  return (
    <Waiting label={values.loadingPicture(name)}>
      <Skeleton widths={[0.6, 0.6, 0.6]} />
    </Waiting>
  );
}

/** An address of the bytes within this page, for as long as they are shown. */
function usePictureUrl(answer: PodioAnswer | undefined, type: string): string | undefined {
  const raw = answer?.raw;
  const [url, setUrl] = useState<string | undefined>(undefined);
  useEffect(() => {
    if (!raw) return;
    const made = URL.createObjectURL(new Blob([raw as BlobPart], { type: type.toLowerCase() }));
    setUrl(made);
    return () => {
      setUrl(undefined);
      URL.revokeObjectURL(made);
    };
  }, [raw, type]);
  return url;
}
