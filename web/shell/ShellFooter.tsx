import { LanguageButton } from './LanguageButton.tsx';
import { SandboxButton } from './SandboxButton.tsx';
import styles from './Shell.module.css';
import { ShortcutsButton } from './Shortcuts.tsx';
import { ThemeButton } from './ThemeButton.tsx';

/** Below the content: what a narrow header has no room for, the keyboard shortcuts, and the other language. */
export function ShellFooter({ wide }: { wide: boolean }) {
  return (
    <footer className={styles.footer}>
      {!wide && <SandboxButton />}
      <ShortcutsButton />
      {!wide && <ThemeButton />}
      <LanguageButton />
    </footer>
  );
}
