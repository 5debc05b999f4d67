import { useState } from 'react';

/**
 * Where the focus goes when a dialog closes: to where `after` says, else to what had it when the dialog came, and to the
 * h1 when that is gone.
 */
export function useReturnOfFocus(after?: () => HTMLElement | null | undefined): () => HTMLElement | null {
  const [opener] = useState(() => document.activeElement as HTMLElement | null);
  return () => after?.() ?? (opener?.isConnected && opener !== document.body ? opener : document.querySelector('h1'));
}
