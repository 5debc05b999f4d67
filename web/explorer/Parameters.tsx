import { useQuiet } from '../api/remembered.ts';
import { useWords } from '../i18n/index.ts';
import { TextField } from '../ui/TextField.tsx';
import styles from './Explorer.module.css';
import type { Operation } from './known-operations.ts';
import { ParameterField } from './ParameterField.tsx';
import { placeholderValues, queryValue, splitPath, withPlaceholder, withQueryValue } from './path-parts.ts';
import { quietParameters } from './quiet.ts';
import type { ExplorerState } from './use-explorer.ts';
import { useOperations } from './use-operations.ts';

type Parameter = Operation['parameters'][number];

/** The parameters of the path as fields. The path is what counts: they are read from it and written into it. */
export function Parameters({ explorer }: { explorer: ExplorerState }) {
  const { explorer: words } = useWords();
  const { draft, change } = explorer;
  const { bare, query } = splitPath(draft.path);
  const operations = useOperations();
  const operation = operations?.operationOf(draft.method, draft.path);
  const isQuiet = useQuiet(explorer.authId);
  const quiet = new Map(isQuiet ? quietParameters({ method: draft.method, path: draft.path.trim() }) : []);
  const values = operation && placeholderValues(operation.path, bare);
  const known = operation?.parameters ?? [];
  const others = query.map(([name]) => decoded(name)).filter((name) => !known.some((parameter) => parameter.name === name));

  const set = (parameter: Pick<Parameter, 'in' | 'name'>, value: string) => {
    const { path } = draft;
    if (parameter.in === 'query') return change({ path: withQueryValue(path, parameter.name, value) });
    if (operation) change({ path: withPlaceholder(operation.path, bare, parameter.name, value) + path.slice(bare.length) });
  };

  if (!operations) return null;
  if (known.length + others.length === 0) return <p className="muted">{words.noParameters}</p>;
  return (
    <div className={styles.parameters}>
      {known.map((parameter) => (
        <ParameterField
          key={`${parameter.in} ${parameter.name}`}
          parameter={parameter}
          value={(parameter.in === 'path' ? values?.[parameter.name] : queryValue(draft.path, parameter.name)) ?? ''}
          onChange={(value) => set(parameter, value)}
          quiet={quiet.get(parameter.name)}
        />
      ))}
      {[...new Set(others)].map((name) => (
        <TextField
          key={name}
          label={<code>{name}</code>}
          value={queryValue(draft.path, name) ?? ''}
          onChange={(event) => set({ in: 'query', name }, event.target.value)}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
      ))}
    </div>
  );
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name.replaceAll('+', ' '));
  } catch {
    return name; // not encoded as it should be: shown as it stands
  }
}
