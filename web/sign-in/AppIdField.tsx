import { type ClipboardEvent, type Ref, useState } from 'react';
import { useWords } from '../i18n/index.ts';
import { announce } from '../ui/Announcer.tsx';
import { TextField } from '../ui/TextField.tsx';
import { readPaste } from './paste.ts';

interface AppIdFieldProps {
  ref: Ref<HTMLInputElement>;
  value: string;
  onChange: (value: string) => void;
  /** An id and a token came in one paste. */
  onPair: (appId: string, appToken: string) => void;
  error: string | undefined;
}

/** The app's number; helps with pastes that hold more, or something else. */
export function AppIdField({ ref, value, onChange, onPair, error }: AppIdFieldProps) {
  const { app } = useWords().signIn;
  const [isAddress, setIsAddress] = useState(false);
  const paste = (event: ClipboardEvent) => {
    const pasted = readPaste(event.clipboardData.getData('text'));
    setIsAddress(pasted?.kind === 'address');
    if (pasted?.kind === 'address') announce(app.isAddress);
    if (pasted?.kind !== 'pair') return;
    event.preventDefault();
    onPair(pasted.appId, pasted.appToken);
    announce(app.filled);
  };
  return (
    <TextField
      ref={ref}
      id="app-id"
      label={app.id}
      hint={isAddress ? app.isAddress : app.idHint}
      error={error}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onPaste={paste}
      inputMode="numeric"
      autoComplete="section-app username"
      autoCapitalize="none"
      spellCheck={false}
    />
  );
}
