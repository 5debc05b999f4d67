import { useEffect, useRef } from 'react';

/**
 * Ctrl or ⌘ with Enter sends, from anywhere on the page, text fields included; with Shift it sends and compares. Not
 * from under a dialog or a popup.
 */
export function useSendShortcut(send: () => void, sendAndCompare: () => void): void {
  const latest = useRef({ send, sendAndCompare });
  useEffect(() => {
    latest.current = { send, sendAndCompare };
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      if (event.defaultPrevented || event.repeat || document.querySelector('[role="dialog"], [role="alertdialog"]')) return;
      event.preventDefault();
      if (event.shiftKey) latest.current.sendAndCompare();
      else latest.current.send();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
