import { startTransition, useCallback, useEffect, useRef, useState } from 'react';

/** So long (milliseconds) the popup waits for the page behind a row, which may have to be fetched first. */
export const patienceMs = 100;

/** Whether the popup is open, and whether it is there at all. */
export function usePopup() {
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);
  const followed = useRef(false);
  const late = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** Takes it away at once, with all that it holds. */
  const remove = useCallback(() => {
    setWanted(false);
    setOpen(false);
  }, []);
  useEffect(() => {
    if (wanted || !followed.current) return;
    clearTimeout(late.current);
    if (!globalThis.requestIdleCallback) return;
    const idle = requestIdleCallback(() => startTransition(() => setWanted(true)));
    return () => cancelIdleCallback(idle);
  }, [wanted]);
  return {
    open,
    setOpen,
    wanted,
    /** Has it ready, closed, without keeping the page from answering meanwhile. */
    prepare: () => startTransition(() => setWanted(true)),
    show() {
      clearTimeout(late.current);
      setWanted(true);
      setOpen(true);
    },
    remove,
    /** A row was followed: the popup goes when the page behind it comes, both drawn as one, without fading. */
    follow() {
      followed.current = true;
      startTransition(remove);
      late.current = setTimeout(remove, patienceMs);
    },
  };
}
