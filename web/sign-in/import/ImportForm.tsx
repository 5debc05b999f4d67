import { type DragEvent, type FormEvent, type RefObject, useRef, useState } from 'react';
import { useWords } from '../../i18n/index.ts';
import { announce } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { CheckTable } from './CheckTable.tsx';
import styles from './Import.module.css';
import type { ImportLines } from './import-lines.ts';
import { readTextFile } from './read-text-file.ts';
import { SampleLines } from './SampleLines.tsx';

interface ImportFormProps {
  ref: RefObject<HTMLTextAreaElement | null>;
  text: string;
  onText: (text: string) => void;
  /** The last check, where it found no app. */
  checked: ImportLines | undefined;
  onCheck: () => void;
}

/** The field, and a file in its place. */
export function ImportForm({ ref, text, onText, checked, onCheck }: ImportFormProps) {
  const { import: words } = useWords();
  const [error, setError] = useState<string>();
  const file = useRef<HTMLInputElement>(null);
  const add = (lines: string) => onText(text.trim() ? `${text.trimEnd()}\n${lines}` : lines);
  const read = async (chosen: File | undefined) => {
    if (!chosen) return;
    const lines = await readTextFile(chosen);
    setError(lines === undefined ? words.notText(chosen.name) : undefined);
    if (lines !== undefined) add(lines);
    announce(lines === undefined ? words.notText(chosen.name) : words.fileAdded(chosen.name));
  };
  const drop = (event: DragEvent) => {
    if (event.dataTransfer.files.length === 0) return; // text: the field takes it by itself
    event.preventDefault();
    void read(event.dataTransfer.files[0]);
  };
  const check = (event: FormEvent) => {
    event.preventDefault();
    setError(text.trim() ? undefined : words.empty);
    if (text.trim()) onCheck();
    else ref.current?.focus();
  };
  return (
    <form onSubmit={check} noValidate className={styles.form}>
      <TextArea
        ref={ref}
        label={words.field}
        hint={words.hint}
        error={error}
        rows={8}
        value={text}
        onChange={(event) => onText(event.target.value)}
        onDrop={drop}
        autoComplete="off"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
      />
      <div className={styles.actions}>
        <Button onClick={() => file.current?.click()}>{words.chooseFile}</Button>
        <input
          ref={file}
          type="file"
          hidden
          accept=".csv,.tsv,.txt,.env,text/*"
          onChange={(event) => {
            void read(event.target.files?.[0]);
            event.target.value = ''; // the same file can be chosen again
          }}
        />
        <Button type="submit" look="primary">
          {words.check}
        </Button>
      </div>
      {checked && <CheckTable checked={checked} />}
      <SampleLines onFill={add} />
    </form>
  );
}
