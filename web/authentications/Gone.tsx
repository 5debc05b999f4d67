import { useEffect, useRef } from 'react';
import { useWords } from '../i18n/index.ts';
import { signedOutRowId } from '../ui/signed-out-state.ts';

/** In place of a row that was signed out of here; takes the focus that its button had. */
export function Gone({ id, name }: { id: string; name: string }) {
  const { signOut } = useWords();
  const text = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body || document.activeElement === null) text.current?.focus();
  }, []);
  return (
    <p ref={text} id={signedOutRowId(id)} tabIndex={-1} className="muted">
      {signOut.done(name)}
    </p>
  );
}
