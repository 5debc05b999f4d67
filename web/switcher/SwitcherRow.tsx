import { Combobox } from '@base-ui/react/combobox';
import type { MouseEvent } from 'react';
import { Link, useLocation } from 'react-router-dom';
import type { Authentication } from '../../server/contract.ts';
import { swapAuthentication } from '../paths.ts';
import { leaveNotice } from '../ui/PageNotice.tsx';
import { keepFocus } from '../ui/PageTitle.tsx';
import { StateBadge } from '../ui/StateBadge.tsx';
import { Tile } from '../ui/Tile.tsx';
import type { Row } from './groups.ts';
import type { Pick } from './Switcher.tsx';
import styles from './SwitcherPopup.module.css';

interface SwitcherRowProps {
  row: Row;
  acting: Authentication | undefined;
  pick: Pick | undefined;
  /** Why the one in the row cannot open this page, where it cannot. */
  cannotOpen: string | undefined;
  onFollow: (row: Row) => void;
}

/** A row is a real link: Ctrl-click, middle click and "open in new tab" are the browser's own. */
export function SwitcherRow({ row, acting, pick, cannotOpen, onFollow }: SwitcherRowProps) {
  const { pathname, search } = useLocation();
  const here = pathname + search;
  const stays = row.id === acting?.id && pathname.startsWith('/as/');
  const to = pick ? pick.to(row.id) : stays ? here : swapAuthentication(here, row.id);
  const follow = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return; // a new tab or window: this one stays as it is
    if (cannotOpen && !pick) leaveNotice(to, { text: cannotOpen, tone: 'info' });
    onFollow(row);
  };
  return (
    <Combobox.Item
      value={row}
      className={styles.row}
      render={<Link to={to} state={keepFocus} replace={to === here} tabIndex={-1} onClick={follow} />}
    >
      <Tile authId={row.id} name={row.name} />
      <span className={styles.who}>
        <span className={styles.name}>{row.name}</span> <span className={styles.details}>{row.details}</span>
      </span>{' '}
      <StateBadge state={row.badge.state} text={row.badge.text} />
      <span aria-hidden="true" className={styles.tick}>
        {row.id === acting?.id ? '✓' : ''}
      </span>
    </Combobox.Item>
  );
}
