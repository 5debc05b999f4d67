import { useEffect } from 'react';
import { createStore, useStore } from '../api/store.ts';
import { useWords } from '../i18n/index.ts';
import { useAuthConfig } from '../react/index.ts';
import { Button } from '../ui/Button.tsx';
import { lazyPart } from '../ui/lazy-part.tsx';
import { useSettled } from '../ui/use-idle.ts';
import styles from './Shell.module.css';

const SandboxControls = lazyPart(() => import('../sandbox-controls/SandboxControls.tsx'));

const isOpen = createStore(false);
const close = () => isOpen.set(false);

/** In sandbox mode: says that this is no real Podio, and opens what can be done with it. */
export function SandboxButton() {
  const { shell } = useWords();
  const { data: config } = useAuthConfig({ enabled: useSettled() });
  if (config?.mode !== 'sandbox') return null;
  return (
    <Button look="quiet" aria-label={shell.sandbox.controls} onClick={() => isOpen.set(true)} className={styles.sandbox}>
      {shell.sandbox.mark}
    </Button>
  );
}

/** Stands once in the frame: a page that becomes narrower moves the button, and keeps what is open. */
export function SandboxDialog() {
  useEffect(() => close, []); // gone with the frame
  return useStore(isOpen) ? <SandboxControls onClose={close} onFail={close} /> : null;
}
