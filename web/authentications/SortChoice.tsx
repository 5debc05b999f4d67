import { useWords } from '../i18n/index.ts';
import { NativeSelect } from '../ui/NativeSelect.tsx';
import { type SortKey, sortKeys, type View } from './view.ts';

/** The order as one list of choices, where the list has no heads. */
export function SortChoice({ view, onView }: { view: View; onView: (view: View) => void }) {
  const { authentications: words } = useWords();
  const { sort, columns } = words;
  const label = { added: sort.added, name: columns.name, state: columns.state, used: columns.used };
  const options = sortKeys.flatMap((by) =>
    [false, true].map((descending) => ({
      value: `${descending ? '-' : ''}${by}`,
      text: `${label[by]}, ${sort.orders[by][descending ? 'descending' : 'ascending']}`,
    })),
  );
  return (
    <NativeSelect
      label={sort.by}
      value={`${view.descending ? '-' : ''}${view.by}`}
      options={options}
      onChange={({ target: { value } }) => onView({ ...view, by: value.replace('-', '') as SortKey, descending: value.startsWith('-') })}
    />
  );
}
