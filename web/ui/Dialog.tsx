import { Dialog as Base } from '@base-ui/react/dialog';
import type { ReactNode, RefObject } from 'react';
import styles from './Dialog.module.css';
import { useReturnOfFocus } from './return-of-focus.ts';

export interface DialogProps {
  title: ReactNode;
  open: boolean;
  /** Esc, a press outside, or `Base.Close` inside. */
  onClose: () => void;
  children: ReactNode;
  /** Takes the focus; without it, the first control. */
  initialFocus?: RefObject<HTMLElement | null>;
}

/** A modal dialog named by its title; a sheet from the bottom on a narrow screen. */
export default function Dialog({ title, open, onClose, children, initialFocus }: DialogProps) {
  const finalFocus = useReturnOfFocus();
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className={styles.backdrop} />
        <Base.Popup className={styles.popup} initialFocus={initialFocus ?? true} finalFocus={finalFocus}>
          <Base.Title className={styles.title}>{title}</Base.Title>
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
