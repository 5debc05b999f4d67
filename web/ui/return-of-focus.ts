import { useState } from 'react';

/** Where the focus goes when a dialog closes: to what had it when the dialog came, and to the h1 when that is gone. */
export function useReturnOfFocus(): () => HTMLElement | null {
  const [opener] = useState(() => document.activeElement as HTMLElement | null);
  return () => (opener?.isConnected && opener !== document.body ? opener : document.querySelector('h1'));
}
