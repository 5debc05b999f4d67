import { useWords } from '../i18n/index.ts';
import { Field } from '../ui/Field.tsx';
import { TextField } from '../ui/TextField.tsx';
import type { Operation } from './known-operations.ts';

interface ParameterFieldProps {
  parameter: Operation['parameters'][number];
  value: string;
  onChange: (value: string) => void;
  /** What a quiet call gives the parameter. */
  quiet: string | undefined;
}

/** One parameter that Podio documents. Podio reads booleans in a query as 0 and 1, so there is nothing else to choose. */
export function ParameterField({ parameter, value, onChange, quiet }: ParameterFieldProps) {
  const { explorer: words } = useWords();
  const { name, required, type, description, default: usual } = parameter;
  const label = <code>{required ? words.required(name) : name}</code>;
  const otherwise = quiet === undefined && usual !== undefined && words.defaults(asQuery(usual));
  const hint = [words.operationText(description), otherwise].filter(Boolean).join(' · ');
  if (type !== 'boolean') {
    return (
      <TextField
        label={label}
        hint={hint}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        inputMode={type === 'integer' ? 'numeric' : undefined}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
    );
  }
  const known: Record<string, string> = { '': quiet === undefined ? words.notSent : words.quiet.given(quiet), 1: words.yes, 0: words.no };
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <select {...control} value={value} onChange={(event) => onChange(event.target.value)}>
          {/* What the path says already, in whatever way, stays to be chosen. */}
          {['', '1', '0', ...(value in known ? [] : [value])].map((each) => (
            <option key={each} value={each}>
              {known[each] ?? each}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

const asQuery = (value: string | number | boolean) => (typeof value === 'boolean' ? (value ? '1' : '0') : String(value));
