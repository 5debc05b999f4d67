import { type RefObject, useEffect, useRef } from 'react';
import type { Authentication } from '../../server/contract.ts';
import { useWords } from '../i18n/index.ts';
import { announce } from '../ui/Announcer.tsx';
import { askToSignOut } from '../ui/SignOutQuestion.tsx';
import type { Row } from './groups.ts';

/** What had the focus when the popup opened, to give it back; and whether a finger opened it. */
export type Opener = RefObject<{ element: HTMLElement | null; touch: boolean }>;

/** The ways in which the popup closes, and where the focus goes after each. */
export function useClosing(options: {
  open: boolean;
  anchor: RefObject<HTMLElement | null>;
  opener: Opener;
  close: () => void;
  onFollow: () => void;
}) {
  const { open, anchor, opener, close, onFollow } = options;
  const { switcher } = useWords();
  const goesElsewhere = useRef(false);
  const followed = useRef(false);
  const afterwards = useRef<(() => void) | undefined>(undefined);
  // Known until it opens again: where the focus goes is asked after it is gone.
  useEffect(() => {
    if (!open) return;
    goesElsewhere.current = false;
    followed.current = false;
  }, [open]);
  return {
    /** A row was followed. */
    follow(row: Row) {
      // The button says who acts when it has the focus back; a text field does not.
      if (opener.current.element !== anchor.current) announce(switcher.acting(row.name));
      followed.current = true;
      onFollow();
    },
    /** A link to a page of another kind was followed: its title takes the focus. */
    goElsewhere() {
      goesElsewhere.current = true;
      close();
    },
    /** Sign out, asked when the focus is back on the button: before that the popup would take it from the question. */
    leave(acting: Authentication) {
      afterwards.current = () => askToSignOut(acting);
      close();
    },
    finalFocus() {
      // The page may be there already, and the popup would take the focus of its title away with it.
      if (goesElsewhere.current) return document.querySelector('h1');
      const openedBy = () => (opener.current.element?.isConnected ? opener.current.element : anchor.current);
      if (!followed.current) return openedBy();
      // With the frame that shows the page behind the row: to take the focus a new page is laid out, which would hold up the key's own task.
      requestAnimationFrame(() => {
        const isFree = document.activeElement === document.body; // else the page has given it to something of its own: a dialog, a form
        if (isFree) openedBy()?.focus({ preventScroll: true });
      });
      return false;
    },
    /** The popup is gone. */
    closed() {
      afterwards.current?.();
      afterwards.current = undefined;
    },
  };
}
