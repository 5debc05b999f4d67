import { type MouseEvent, useEffect, useId, useRef } from 'react';
import type { Authentication } from '../../server/contract.ts';
import { useSpacesOfApps } from '../api/known-spaces.ts';
import { useDisplayName } from '../api/remembered.ts';
import { useWords } from '../i18n/index.ts';
import { lazyPart } from '../ui/lazy-part.tsx';
import { onOpenSwitcher } from '../ui/open-switcher.ts';
import { ReadOnlyMark } from '../ui/ReadOnlyMark.tsx';
import { Tile } from '../ui/Tile.tsx';
import { useIdle } from '../ui/use-idle.ts';
import styles from './Switcher.module.css';
import { usePopup } from './use-popup.ts';

const SwitcherPopup = lazyPart(() => import('./SwitcherPopup.tsx'));

/** The switcher in another place: it chooses one of two to compare, and not who acts. */
export interface Pick {
  /** What it is called. */
  label: string;
  /** Address of this page with another one chosen. */
  to: (authId: string) => string;
}

/**
 * Who this tab acts as, and the way to act as another. Closed it is a plain button: letters typed on it change nothing.
 * Its popup arrives when the page is idle or when it is first opened.
 */
export function Switcher({ acting, pick }: { acting: Authentication | undefined; pick?: Pick }) {
  const { switcher } = useWords();
  const name = useDisplayName(acting);
  const details = useDetails(acting);
  const popup = usePopup();
  const { open, setOpen } = popup;
  const button = useRef<HTMLButtonElement>(null);
  const opener = useRef<{ element: HTMLElement | null; touch: boolean }>({ element: null, touch: false });
  const byFinger = useRef(false);
  const captionId = useId();
  const popupId = useId();

  const show = (element: HTMLElement | null, by: 'keyboard' | 'pointer' | 'finger') => {
    opener.current = { element, touch: by === 'finger' };
    popup.show({ instant: by === 'keyboard' });
  };
  // The first opening is then as quick as the later ones; where this fails it is fetched on opening.
  useIdle(() => void SwitcherPopup.preload().then(popup.prepare, () => undefined));
  const isMain = pick === undefined;
  useShortcut(isMain, () => show(document.activeElement as HTMLElement | null, 'keyboard'));
  useEffect(() => (isMain ? onOpenSwitcher(() => show(document.activeElement as HTMLElement | null, 'pointer')) : undefined));

  const press = ({ detail: clicks }: MouseEvent) => {
    if (open) return setOpen(false);
    show(button.current, clicks === 0 ? 'keyboard' : byFinger.current ? 'finger' : 'pointer');
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        role="combobox"
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-controls={open ? popupId : undefined}
        aria-labelledby={captionId}
        className={styles.button}
        onPointerDown={(event) => {
          byFinger.current = event.pointerType === 'touch';
        }}
        onClick={press}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          if (!open) show(button.current, 'keyboard');
        }}
      >
        {acting && name && <Tile authId={acting.id} name={name} />}
        <span className={styles.text}>
          {/* The name of the control, seen; its value is what follows. */}
          <span id={captionId} aria-hidden="true" className={styles.caption}>
            {pick?.label ?? switcher.actingAs}
          </span>
          <span className={styles.who}>
            <span className={styles.name}>{name ?? switcher.choose}</span> {details && <span className={styles.details}>{details}</span>}
          </span>{' '}
          {acting?.readOnly && <ReadOnlyMark className={styles.readOnly} />}
        </span>
        <span aria-hidden="true" className={styles.arrow}>
          ⌄
        </span>
      </button>
      {popup.wanted && (
        <SwitcherPopup
          id={popupId}
          acting={acting}
          pick={pick}
          open={open}
          instant={popup.instant}
          onOpenChange={setOpen}
          anchor={button}
          opener={opener}
          onFollow={popup.follow}
          onFail={popup.remove}
        />
      )}
    </>
  );
}

/** `CRM · app 22119`: the space where it is known, and the reference. */
function useDetails(acting: Authentication | undefined): string | undefined {
  const { common } = useWords();
  const spaces = useSpacesOfApps();
  if (!acting) return undefined;
  const space = acting.ref.type === 'app' ? spaces[acting.ref.id] : undefined;
  return [space, common.reference(acting.ref)].filter(Boolean).join(' · ');
}

/** Ctrl or ⌘ with K, from anywhere, text fields included. */
function useShortcut(enabled: boolean, open: () => void): void {
  useEffect(() => {
    if (!enabled) return;
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
      event.preventDefault();
      open();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });
}
