import { Combobox } from '@base-ui/react/combobox';
import type { MouseEvent } from 'react';
import { Link, useLocation } from 'react-router-dom';
import type { Authentication } from '../../server/contract.ts';
import { useDisplayName } from '../api/remembered.ts';
import { useWords } from '../i18n/index.ts';
import { parseAuthId, swapAuthentication } from '../paths.ts';
import { useAuthentications } from '../react/index.ts';
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
  onFollow: () => void;
}

/** A row is a real link: Ctrl-click, middle click and "open in new tab" are the browser's own. */
export function SwitcherRow({ row, acting, pick, onFollow }: SwitcherRowProps) {
  const { pathname, search } = useLocation();
  const cannotOpen = useCannotOpen(row);
  const here = pathname + search;
  const stays = row.id === acting?.id && pathname.startsWith('/as/');
  const to = pick ? pick.to(row.id) : stays ? here : swapAuthentication(here, row.id);
  const follow = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return; // a new tab or window: this one stays as it is
    if (cannotOpen && !pick) leaveNotice(to, { text: cannotOpen, tone: 'info' });
    onFollow();
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

/** What to say when the page is one of an app's items that the other cannot open; undefined where it can. */
function useCannotOpen(row: Row): string | undefined {
  const { shell } = useWords();
  const { pathname } = useLocation();
  const [, from, app] = /^\/as\/([^/]+)\/apps\/(\d+)\//.exec(pathname) ?? [];
  const target = parseAuthId(row.id);
  const appName = useAppName(app);
  if (!from || !app || row.id === from || target?.type !== 'app' || String(target.id) === app) return undefined;
  return shell.cannotOpen(row.name, appName);
}

function useAppName(app: string | undefined): string {
  const { common } = useWords();
  const { authentications } = useAuthentications();
  const held = authentications.find(({ id }) => id === `app-${app}`);
  return useDisplayName(held) ?? common.reference({ type: 'app', id: Number(app) });
}
