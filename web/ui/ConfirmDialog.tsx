import { AlertDialog as Base } from '@base-ui/react/alert-dialog';
import { type ReactNode, useRef } from 'react';
import { useWords } from '../i18n/index.ts';
import { Button } from './Button.tsx';
import styles from './Dialog.module.css';
import { useReturnOfFocus } from './return-of-focus.ts';

export interface ConfirmDialogProps {
  title: ReactNode;
  children: ReactNode;
  /** Text of the button that does it. */
  confirm: string;
  /** While it is being done. */
  busy?: string | false;
  onConfirm: () => void;
  onCancel: () => void;
  /** Takes the focus afterwards; nothing: what had it before. */
  focusAfter?: () => HTMLElement | null | undefined;
}

/** Asks before what cannot be taken back. The focus begins on Cancel, so that Enter does no harm. */
export default function ConfirmDialog({ title, children, confirm, busy, onConfirm, onCancel, focusAfter }: ConfirmDialogProps) {
  const { common } = useWords();
  const cancel = useRef<HTMLButtonElement>(null);
  const finalFocus = useReturnOfFocus(focusAfter);
  return (
    <Base.Root open onOpenChange={(open) => !open && onCancel()}>
      <Base.Portal>
        <Base.Backdrop className={styles.backdrop} />
        <Base.Popup className={styles.popup} initialFocus={cancel} finalFocus={finalFocus}>
          <Base.Title className={styles.title}>{title}</Base.Title>
          <Base.Description render={<div />}>{children}</Base.Description>
          <div className={styles.actions}>
            <Button look="danger" busy={busy} onClick={onConfirm}>
              {confirm}
            </Button>
            <Button ref={cancel} onClick={onCancel}>
              {common.cancel}
            </Button>
          </div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
