import { type ComponentPropsWithRef, type ReactNode, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import { useWords } from '../i18n/index.ts';
import { announce } from './Announcer.tsx';
import { Button } from './Button.tsx';
import { Field } from './Field.tsx';
import styles from './SecretField.module.css';

interface SecretFieldProps extends Omit<ComponentPropsWithRef<'input'>, 'children' | 'className' | 'type' | 'value' | 'defaultValue'> {
  label: string;
  value: string;
  /** Names of the reveal button and what is said after it. */
  reveal: { show: string; hide: string; shown: string; hidden: string };
  hint?: ReactNode;
  error?: string;
  /** While the form is being sent the text is covered again. */
  sending?: boolean;
}

/**
 * A secret that can be looked at while typing. The text is a property of the field only: as React's `value` it would
 * also be an attribute, and so stand in the document.
 */
export function SecretField({ label, value, reveal, hint, error, sending, id, ref, ...input }: SecretFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  useImperativeHandle(ref, () => field.current as HTMLInputElement);
  useLayoutEffect(() => {
    if (field.current && field.current.value !== value) field.current.value = value;
  }, [value]);
  const { common } = useWords();
  const [wanted, setWanted] = useState(false);
  const shown = wanted && !sending;
  if (sending && wanted) setWanted(false);
  const toggle = () => {
    setWanted(!shown);
    announce(shown ? reveal.hidden : reveal.shown);
  };
  return (
    <Field label={label} hint={hint} error={error} id={id}>
      {(control) => (
        <div className={styles.row}>
          <input {...input} {...control} ref={field} type={shown ? 'text' : 'password'} spellCheck={false} autoCapitalize="none" />
          <Button onClick={toggle} aria-label={shown ? reveal.hide : reveal.show} className={styles.reveal}>
            {shown ? common.hide : common.show}
          </Button>
        </div>
      )}
    </Field>
  );
}
