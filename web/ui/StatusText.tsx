import { useEffect } from 'react';
import { announce } from './Announcer.tsx';

/** The result of an action, beside what caused it, and said once by the announcer. */
export function StatusText({ text, className }: { text: string; className?: string }) {
  useEffect(() => {
    if (text) announce(text);
  }, [text]);
  return <span className={className ?? 'muted small'}>{text}</span>;
}
