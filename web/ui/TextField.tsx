import type { ComponentPropsWithRef, ReactNode } from 'react';
import { Field } from './Field.tsx';

interface TextFieldProps extends Omit<ComponentPropsWithRef<'input'>, 'children' | 'className'> {
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
}

export function TextField({ label, hint, error, id, ...input }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} id={id}>
      {(control) => <input {...input} {...control} />}
    </Field>
  );
}
