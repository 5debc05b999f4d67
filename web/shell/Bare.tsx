import { Suspense } from 'react';
import { Outlet, useLocation } from 'react-router-dom';
import { useWords } from '../i18n/index.ts';
import { SkipLink } from '../ui/SkipLink.tsx';
import { LanguageButton } from './LanguageButton.tsx';
import { ProductMark } from './ProductMark.tsx';
import { ScreenBoundary } from './ScreenBoundary.tsx';
import styles from './Shell.module.css';
import { ThemeButton } from './ThemeButton.tsx';

/** The frame of pages on which nobody acts yet: sign-in, callback, page not found. `wide`: room for a table. */
export function Bare({ wide }: { wide?: boolean }) {
  const { shell } = useWords();
  const { pathname } = useLocation();
  return (
    <div className={styles.shell}>
      <SkipLink>{shell.skip}</SkipLink>
      <header className={`${styles.header} ${styles.bare}`}>
        <ProductMark />
        <span className={styles.end}>
          <LanguageButton />
          <ThemeButton />
        </span>
      </header>
      <main id="main" tabIndex={-1} className={wide ? `${styles.narrow} ${styles.wider}` : styles.narrow}>
        <ScreenBoundary page={pathname}>
          <Suspense fallback={null}>
            <Outlet />
          </Suspense>
        </ScreenBoundary>
      </main>
    </div>
  );
}
