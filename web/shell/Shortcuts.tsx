import { useEffect } from 'react';
import { createStore, useStore } from '../api/store.ts';
import { useWords } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { lazyPart } from '../ui/lazy-part.tsx';
import styles from './Shell.module.css';

const ShortcutsDialog = lazyPart(() => import('./ShortcutsDialog.tsx'));

const isOpen = createStore(false);
const close = () => isOpen.set(false);

export function ShortcutsButton() {
  const { shell } = useWords();
  return (
    <Button look="quiet" onClick={() => isOpen.set(true)} className={styles.shortcuts}>
      {shell.shortcuts.title}
    </Button>
  );
}

/** Ctrl or ⌘ with / shows the shortcuts, and hides them again; from anywhere but another dialog. */
export function Shortcuts() {
  const open = useStore(isOpen);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      // Where / is typed with Shift, as on a Danish keyboard, Shift is no key of its own.
      if (event.key !== '/' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      if (!isOpen.get() && document.querySelector('[role="dialog"], [role="alertdialog"]')) return;
      event.preventDefault();
      isOpen.set(!isOpen.get());
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  useEffect(() => close, []); // gone with the frame
  return open ? <ShortcutsDialog onClose={close} onFail={close} /> : null;
}
