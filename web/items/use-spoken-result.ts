import { useEffect, useRef } from 'react';
import { useWords } from '../i18n/index.ts';
import { announce } from '../ui/Announcer.tsx';
import { sortSaid } from './sort-words.ts';
import type { Items } from './use-items.ts';
import type { ItemsView } from './view-address.ts';

/** Says once what has come: how many items at first, then the new order or the new page; nothing for a refresh. */
export function useSpokenResult(name: string, view: ItemsView, { list, all, sort, updating }: Items): void {
  const words = useWords();
  const said = useRef<ItemsView | undefined>(undefined);
  useEffect(() => {
    if (!list || updating) return;
    const before = said.current;
    said.current = view;
    const text = newsOf(before);
    if (text) announce(text);

    function newsOf(before: ItemsView | undefined): string | undefined {
      if (!list) return undefined;
      if (!before) return words.items.said(name, list.total);
      if (before.sort.by !== view.sort.by || before.sort.descending !== view.sort.descending) return sortSaid(words, sort, all);
      if (before.page === view.page && before.rows === view.rows) return undefined;
      const first = (view.page - 1) * view.rows + 1;
      return words.items.range(first, first + list.items.length - 1, list.filtered);
    }
  }, [list, updating, view, words, name, sort, all]);
}
