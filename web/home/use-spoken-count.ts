import { useEffect } from 'react';
import { useWords } from '../i18n/index.ts';
import { announce } from '../ui/Announcer.tsx';

const afterTypingMs = 500;

/** Says how many apps a search found, half a second after typing stops. */
export function useSpokenCount(count: number | undefined): void {
  const { home } = useWords();
  useEffect(() => {
    if (count === undefined) return;
    const timer = setTimeout(() => announce(home.apps(count)), afterTypingMs);
    return () => clearTimeout(timer);
  }, [count, home]);
}
