import { useState } from 'react';
import { useWords } from '../i18n/index.ts';
import { useAuthConfig } from '../react/index.ts';
import { Button } from '../ui/Button.tsx';
import { lazyPart } from '../ui/lazy-part.tsx';
import styles from './Shell.module.css';

const SandboxControls = lazyPart(() => import('../sandbox-controls/SandboxControls.tsx'));

/** In sandbox mode: says that this is no real Podio, and opens what can be done with it. */
export function SandboxButton() {
  const { shell } = useWords();
  const { data: config } = useAuthConfig();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  if (config?.mode !== 'sandbox') return null;
  return (
    <>
      <Button look="quiet" aria-label={shell.sandbox.controls} onClick={() => setOpen(true)} className={styles.sandbox}>
        {shell.sandbox.mark}
      </Button>
      {open && <SandboxControls onClose={close} onFail={close} />}
    </>
  );
}
