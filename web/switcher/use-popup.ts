import { startTransition, useCallback, useEffect, useRef, useState } from 'react';

/** Whether the popup is open, and whether it is there at all. */
export function usePopup() {
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);
  const [instant, setInstant] = useState(false);
  const followed = useRef(false);
  /** Takes it away at once, with all that it holds. */
  const remove = useCallback(() => {
    setWanted(false);
    setOpen(false);
  }, []);
  /** Has it ready, closed, without keeping the page from answering meanwhile. */
  const prepare = useCallback(() => startTransition(() => setWanted(true)), []);
  useEffect(() => {
    if (wanted || !followed.current || !globalThis.requestIdleCallback) return;
    const idle = requestIdleCallback(prepare);
    return () => cancelIdleCallback(idle);
  }, [wanted, prepare]);
  return {
    open,
    setOpen,
    wanted,
    prepare,
    /** Opened with the keyboard it is there at once: whoever types has seen nothing that would have to fade. */
    instant,
    show(how: { instant: boolean }) {
      setInstant(how.instant);
      setWanted(true);
      setOpen(true);
    },
    remove,
    /** A row was followed: it goes without fading, in one with the page before where the page behind the row is there. */
    follow() {
      followed.current = true;
      remove();
    },
  };
}
