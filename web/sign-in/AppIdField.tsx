import { type ClipboardEvent, type Ref, useState } from 'react';
import { useWords } from '../i18n/index.ts';
import { announce } from '../ui/Announcer.tsx';
import { TextField } from '../ui/TextField.tsx';
import { ImportThese } from './ImportThese.tsx';
import { parseImport } from './import/import-lines.ts';
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
  const [many, setMany] = useState({ text: '', count: 0 });
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text');
    const pasted = readPaste(text);
    const count = pasted ? 0 : parseImport(text).apps.length;
    setMany(count > 1 ? { text, count } : { text: '', count: 0 });
    setIsAddress(pasted?.kind === 'address');
    if (pasted?.kind === 'address') announce(app.isAddress);
    if (count > 1) event.preventDefault(); // the field would show all tokens in one line
    if (pasted?.kind !== 'pair') return;
    event.preventDefault();
    onPair(pasted.appId, pasted.appToken);
    announce(app.filled);
  };
  return (
    <>
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
      {many.count > 0 && <ImportThese {...many} />}
    </>
  );
}
