import { Fragment } from 'react';
import { useWords } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { commandKey } from '../ui/command-key.ts';
import Dialog from '../ui/Dialog.tsx';
import styles from './Shortcuts.module.css';

/** All shortcuts of the app. Each has a modifier, so that none is in the way of typing or of a screen reader. */
export default function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const { shell, common } = useWords();
  const { shortcuts: words } = shell;
  const command = commandKey(words.control);
  const rows: [keys: string[], does: string][] = [
    [[command, 'K'], words.switcher],
    [[command, words.enter], words.send],
    [[command, words.shift, words.enter], words.compare],
    [[command, '/'], words.shortcuts],
    [[words.escape], words.close],
  ];
  return (
    <Dialog title={words.title} open onClose={onClose}>
      <table className={styles.table}>
        <caption className="visually-hidden">{words.title}</caption>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{words.keys}</th>
            <th scope="col">{words.does}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([keys, does]) => (
            <tr key={does}>
              <th scope="row">
                {keys.map((key, index) => (
                  <Fragment key={key}>
                    {index > 0 && ' '}
                    <kbd className={styles.key}>{key}</kbd>
                  </Fragment>
                ))}
              </th>
              <td>{does}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button onClick={onClose}>{common.close}</Button>
    </Dialog>
  );
}
