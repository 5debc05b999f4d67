import { useWords } from '../i18n/index.ts';
import { NativeSelect } from '../ui/NativeSelect.tsx';
import { orderWord, sortLabel } from './sort-words.ts';
import type { Items } from './use-items.ts';
import { useView } from './use-view.ts';
import type { ItemsView } from './view-address.ts';

/** The order as one list of choices: `Due, newest first`. */
export function SortChoice({ view, items }: { view: ItemsView; items: Items }) {
  const words = useWords();
  const { change } = useView(view);
  const { sort, all } = items;
  const keys = ['item', 'title', ...all.filter(({ sortable }) => sortable).map(({ externalId }) => externalId)];
  const options = keys.flatMap((by) =>
    [true, false].map((descending) => ({
      value: `${descending ? '-' : ''}${by}`,
      text: `${sortLabel(words, by, all)}, ${orderWord(words, { by, descending }, all)}`,
    })),
  );
  return (
    <NativeSelect
      label={words.items.sort.by}
      value={`${sort.descending ? '-' : ''}${sort.by}`}
      options={options}
      onChange={({ target: { value } }) => change({ sort: { by: value.replace(/^-/, ''), descending: value.startsWith('-') } })}
    />
  );
}
