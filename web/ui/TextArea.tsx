import type { ComponentPropsWithRef, ReactNode } from 'react';
import { Field } from './Field.tsx';

interface TextAreaProps extends Omit<ComponentPropsWithRef<'textarea'>, 'children' | 'className'> {
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
}

/** A text of several lines. */
export function TextArea({ label, hint, error, id, ...textarea }: TextAreaProps) {
  return (
    <Field label={label} hint={hint} error={error} id={id}>
      {(control) => <textarea {...textarea} {...control} />}
    </Field>
  );
}
