import { type ReactNode, useState } from 'react';
import { useWords } from '../i18n/index.ts';
import { Button, type ButtonLook } from './Button.tsx';
import { StatusText } from './StatusText.tsx';

interface CopyButtonProps {
  /** The text, or how to make it. */
  text: string | (() => string);
  children: ReactNode;
  /** What is said afterwards. */
  done?: string;
  look?: ButtonLook;
  'aria-label'?: string;
}

export function CopyButton({ text, children, done, look, 'aria-label': label }: CopyButtonProps) {
  const { common } = useWords();
  const [result, setResult] = useState('');
  const copy = async () => {
    setResult('');
    try {
      await navigator.clipboard.writeText(typeof text === 'string' ? text : text());
      setResult(done ?? common.copied);
    } catch {
      setResult(common.notCopied);
    }
  };
  return (
    <>
      <Button look={look} onClick={copy} aria-label={label}>
        {children}
      </Button>
      <StatusText text={result} />
    </>
  );
}
