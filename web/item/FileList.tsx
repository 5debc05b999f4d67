import type { PodioFile } from '../api/podio-wire.ts';
import { useWords } from '../i18n/index.ts';
import { Download } from './Download.tsx';
import styles from './Item.module.css';
import { canBeShown, Picture } from './Picture.tsx';

/** So many pictures of one field come by themselves; each costs a call. */
const shownAtOnce = 3;

/** Files by name and size, each to be downloaded. `pictures`: those that a browser can show are shown. */
export function FileList({ files, pictures }: { files: readonly PodioFile[]; pictures?: boolean }) {
  const { item: words, format } = useWords();
  return (
    <ul className={styles.files}>
      {files.map((file, index) => {
        const name = file.name || words.values.untitledFile(file.file_id);
        return (
          <li key={file.file_id}>
            {pictures && canBeShown(file) && <Picture file={file} name={name} atOnce={index < shownAtOnce} />}
            <span className={styles.file}>
              <span>{name}</span>
              {file.size !== undefined && <span className="muted small tabular">{format.bytes(file.size)}</span>}
              <Download fileId={file.file_id} name={name} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}
