import { Combobox } from '@base-ui/react/combobox';
import { type ComponentProps, type RefObject, useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router-dom';
import type { Authentication } from '../../server/contract.ts';
import { useWords } from '../i18n/index.ts';
import { swapAuthentication } from '../paths.ts';
import { announce } from '../ui/Announcer.tsx';
import { matches, type Row } from './groups.ts';
import type { Pick } from './Switcher.tsx';
import { SwitcherFooter } from './SwitcherFooter.tsx';
import { SwitcherList } from './SwitcherList.tsx';
import styles from './SwitcherPopup.module.css';
import { SwitcherRow } from './SwitcherRow.tsx';
import { useCannotOpen } from './use-cannot-open.ts';
import { type Opener, useClosing } from './use-closing.ts';
import { useRows } from './use-rows.ts';

interface SwitcherPopupProps {
  id: string;
  acting: Authentication | undefined;
  pick: Pick | undefined;
  open: boolean;
  /** It comes and goes without fading. */
  instant: boolean;
  onOpenChange: (open: boolean) => void;
  anchor: RefObject<HTMLButtonElement | null>;
  opener: Opener;
  /** A row was followed: the popup is to leave. */
  onFollow: () => void;
}

/** The search, the list and what stands below it. The value is the address's: choosing is following a link. */
export default function SwitcherPopup({ id, acting, pick, open, instant, onOpenChange, anchor, opener, onFollow }: SwitcherPopupProps) {
  const { switcher, common } = useWords();
  const title = pick?.label ?? common.switchAuthentication;
  const groups = useRows(acting?.id);
  const cannotOpen = useCannotOpen();
  const [query, setQuery] = useState('');
  const highlighted = useRef<Row | undefined>(undefined);
  const field = useRef<HTMLInputElement>(null);
  const resting = useRef<HTMLParagraphElement>(null);
  const { pathname, search } = useLocation();
  // Base UI looks for the acting row while it is closed: one that mounts open would highlight none.
  const [mounted, setMounted] = useState(false);
  useEffect(() => setMounted(true), []);
  const rows = groups.flatMap(({ items }) => items);
  const found = rows.filter((row) => !query.trim() || matches(row, query.trim()));
  useSpokenMatches(open && query.trim() ? switcher.matches(found.length) : undefined, found.length);

  const closing = useClosing({ open, anchor, opener, close: () => onOpenChange(false), onFollow });
  const openInNewTab: ComponentProps<typeof Combobox.Input>['onKeyDown'] = (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.preventBaseUIHandler();
    if (!highlighted.current) return;
    window.open((pick?.to ?? ((target) => swapAuthentication(pathname + search, target)))(highlighted.current.id), '_blank', 'noopener');
  };

  return (
    <Combobox.Root<Row>
      items={groups}
      value={rows.find((row) => row.id === acting?.id) ?? null}
      itemToStringLabel={(row) => row.name}
      isItemEqualToValue={(row, other) => row.id === other.id}
      filter={(row, words) => matches(row, words.trim())}
      inputValue={query}
      onInputValueChange={(next) => open && setQuery(next)}
      onItemHighlighted={(row) => {
        highlighted.current = row;
      }}
      autoHighlight
      open={open && mounted}
      onOpenChange={(next, details) => {
        const onButton = anchor.current?.contains(details.event.target as Node | null);
        const onEnter = details.event instanceof KeyboardEvent && details.event.key === 'Enter';
        // Our own button opens and closes by itself, and so does a followed row; Enter without a match does nothing.
        if (onButton || onEnter) return details.cancel();
        onOpenChange(next);
      }}
      onOpenChangeComplete={(isOpen) => {
        if (!isOpen) closing.closed();
      }}
    >
      <Combobox.Portal>
        <Combobox.Positioner anchor={anchor} sideOffset={4} align="start" collisionPadding={8} className={styles.positioner}>
          <Combobox.Popup
            id={id}
            aria-label={title}
            data-instant={instant || undefined}
            className={styles.popup}
            initialFocus={() => (opener.current.touch ? resting.current : field.current)}
            finalFocus={closing.finalFocus}
          >
            <EmptyOnceGone empty={setQuery} />
            {/* Where a finger opened it the focus rests here: in the field it would call the screen keyboard over the list. */}
            <p ref={resting} tabIndex={-1} className="visually-hidden">
              {title}
            </p>
            <Combobox.Input
              ref={field}
              aria-label={switcher.find}
              placeholder={switcher.find}
              className={styles.search}
              onKeyDown={openInNewTab}
            />
            <div role="status" className={found.length === 0 ? styles.none : undefined}>
              {found.length === 0 && switcher.none}
            </div>
            <SwitcherList found={found} query={query}>
              {(row) => (
                <SwitcherRow key={row.id} row={row} acting={acting} pick={pick} cannotOpen={cannotOpen(row)} onFollow={closing.follow} />
              )}
            </SwitcherList>
            {!pick && <SwitcherFooter acting={acting} count={rows.length} onFollow={closing.goElsewhere} onLeave={closing.leave} />}
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
}

/** Says how many match, half a second after typing stops. */
function useSpokenMatches(text: string | undefined, found: number): void {
  useEffect(() => {
    if (text === undefined || found === 0) return; // none: its own status says so
    const timer = setTimeout(announce, 500, text);
    return () => clearTimeout(timer);
  }, [text, found]);
}

/** Empties the search when the list has left the page. While it leaves, all of its rows would be drawn to be thrown away. */
function EmptyOnceGone({ empty }: { empty: (query: string) => void }): null {
  useEffect(() => () => empty(''), [empty]);
  return null;
}
