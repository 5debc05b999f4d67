import { useWords } from '../../i18n/index.ts';
import { useAuthConfig } from '../../react/index.ts';
import { announce } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import styles from './Import.module.css';
import { formatImport } from './import-lines.ts';

/** As many as make a keyring worth searching in. */
const most = 40;

/** In sandbox mode: published credentials to try the import with. */
export function SampleLines({ onFill }: { onFill: (lines: string) => void }) {
  const { import: words } = useWords();
  const { data: config } = useAuthConfig();
  const apps = config?.sandbox?.apps.slice(0, most) ?? [];
  if (apps.length === 0) return null;
  const fill = () => {
    onFill(formatImport(apps.map(({ appId, appToken }) => ({ appId: String(appId), appToken, label: '' }))));
    announce(words.filled(apps.length));
  };
  return (
    <div className={styles.samples}>
      <p className="muted small">{words.samples}</p>
      <Button onClick={fill}>{words.fill(apps.length)}</Button>
    </div>
  );
}
