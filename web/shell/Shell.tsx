import { Suspense } from 'react';
import { Outlet, useLocation, useParams } from 'react-router-dom';
import { useActingInThisTab, useDisplayName } from '../api/remembered.ts';
import { useWords } from '../i18n/index.ts';
import { useAuthentication, useAuthentications } from '../react/index.ts';
import { Switcher } from '../switcher/Switcher.tsx';
import { useHue } from '../ui/identity.ts';
import { ConfirmDialog } from '../ui/lazy-dialogs.tsx';
import { SignOutQuestion } from '../ui/SignOutQuestion.tsx';
import { SkipLink } from '../ui/SkipLink.tsx';
import { useIdle } from '../ui/use-idle.ts';
import { useWide } from '../ui/use-media.ts';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { Navigation } from './Navigation.tsx';
import { ProductMark } from './ProductMark.tsx';
import { RateMeter } from './RateMeter.tsx';
import { SandboxButton, SandboxDialog } from './SandboxButton.tsx';
import { ScreenBoundary } from './ScreenBoundary.tsx';
import styles from './Shell.module.css';
import { ShellFooter } from './ShellFooter.tsx';
import { Shortcuts } from './Shortcuts.tsx';
import { ThemeButton } from './ThemeButton.tsx';
import { useFavicon } from './use-favicon.ts';

/** The frame of every page below sign-in: who acts, where to go, calls left. The identity comes from the address. */
export default function Shell() {
  const { shell } = useWords();
  const { pathname } = useLocation();
  const inAddress = useParams().auth;
  const { authentications } = useAuthentications();
  const acting = useAuthentication(useActingInThisTab(inAddress));
  const name = useDisplayName(acting);
  const hue = useHue(acting?.id ?? '');
  const wide = useWide();
  useIdle(() => void ConfirmDialog.preload().catch(() => undefined)); // it is fetched again when it is needed
  useFavicon(inAddress && acting?.id, name);
  return (
    <div className={styles.shell}>
      <SkipLink>{shell.skip}</SkipLink>
      <div className={styles.band} data-hue={acting && hue} data-read-only={acting?.readOnly || undefined} />
      <header className={styles.header}>
        <ProductMark compact />
        {(acting || authentications.length > 0) && <Switcher acting={acting} />}
        {wide && acting && <Navigation authId={acting.id} />}
        <span className={styles.end}>
          {acting && name && <RateMeter authId={acting.id} name={name} compact={!wide} />}
          {wide && <SandboxButton />}
          {wide && <ThemeButton />}
        </span>
      </header>
      <main id="main" tabIndex={-1} className={styles.main}>
        <ConnectionBanner />
        <ScreenBoundary page={pathname}>
          <Suspense fallback={null}>
            <Outlet />
          </Suspense>
        </ScreenBoundary>
      </main>
      <ShellFooter wide={wide} />
      <SignOutQuestion />
      <SandboxDialog />
      <Shortcuts />
      {!wide && acting && <Navigation authId={acting.id} bar />}
    </div>
  );
}
