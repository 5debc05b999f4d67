import { useWords } from '../i18n/index.ts';
import { ExternalLink } from '../ui/ExternalLink.tsx';
import styles from './Home.module.css';

/** A person whom nobody has invited anywhere yet. */
export function NoSpaces({ name }: { name: string }) {
  const { home } = useWords();
  return (
    <div className={styles.empty}>
      <p>{home.empty.text(name.split(' ', 1)[0] ?? name)}</p>
      <p>
        <ExternalLink href="https://podio.com/">{home.empty.open}</ExternalLink>
      </p>
    </div>
  );
}
