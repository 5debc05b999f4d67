import { Suspense } from 'react';
import { Outlet } from 'react-router-dom';
import { useWords } from '../i18n/index.ts';
import { SkipLink } from '../ui/SkipLink.tsx';
import { ProductMark } from './ProductMark.tsx';
import styles from './Shell.module.css';
import { ThemeButton } from './ThemeButton.tsx';

/** The frame of pages on which nobody acts yet: sign-in, callback, page not found. `wide`: room for a table. */
export function Bare({ wide }: { wide?: boolean }) {
  const { shell } = useWords();
  return (
    <div className={styles.shell}>
      <SkipLink>{shell.skip}</SkipLink>
      <header className={`${styles.header} ${styles.bare}`}>
        <ProductMark />
        <ThemeButton />
      </header>
      <main id="main" tabIndex={-1} className={wide ? `${styles.narrow} ${styles.wider}` : styles.narrow}>
        <Suspense fallback={null}>
          <Outlet />
        </Suspense>
      </main>
    </div>
  );
}
