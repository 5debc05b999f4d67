import { type ReactNode, useEffect } from 'react';
import { useLocation } from 'react-router-dom';
import { createStore, useStore } from '../api/store.ts';
import { announce } from './Announcer.tsx';
import type { Tone } from './Banner.tsx';
import { Notice } from './Notice.tsx';

/** What a page should say when it is arrived at: the result of what was done on the page before. */
export interface Arriving {
  text: string;
  tone?: Tone;
  /** More than the sentence: links, facts. */
  more?: ReactNode;
}

const arriving = createStore<(Arriving & { pathname: string }) | undefined>(undefined);

/** Leaves a notice for the page at this address; it stands under the h1 until the page is left. */
export function leaveNotice(address: string, notice: Arriving): void {
  arriving.set({ ...notice, pathname: address.split(/[?#]/, 1)[0] ?? address });
}

export function PageNotice() {
  const { pathname } = useLocation();
  const notice = useStore(arriving);
  const here = notice?.pathname === pathname ? notice : undefined;
  useEffect(() => {
    if (here) announce(here.text);
  }, [here]);
  useEffect(() => {
    if (!here) return;
    return () => {
      // Gone with the page, unless it is only being rendered again.
      if (location.pathname !== here.pathname) arriving.set(undefined);
    };
  }, [here]);
  if (!here) return null;
  return (
    <Notice tone={here.tone ?? 'ok'}>
      {here.text}
      {here.more}
    </Notice>
  );
}
