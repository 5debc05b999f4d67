import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { useLocation } from 'react-router-dom';
import { useWords } from '../i18n/index.ts';
import { PageNotice } from './PageNotice.tsx';

interface PageTitleProps {
  /** What the h1 says. */
  children: ReactNode;
  /** The page's part of `{name} · {page} – Podio Keyring`. */
  page: string;
  /** Who this page acts as. */
  name?: string;
  /** Something went wrong: the title begins with `Error: `. */
  error?: boolean;
  className?: string;
}

let titledPath: string | undefined;

/** Links that keep the focus where it is (the switcher returns it to its button) navigate with this state. */
export const keepFocus = { keepFocus: true };

/**
 * The page's h1. Sets the document's title first, then, after a change of page, takes the focus: a new title alone is
 * not spoken when the page changes without loading.
 */
export function PageTitle({ children, page, name, error, className }: PageTitleProps) {
  const { common } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname, state } = useLocation();
  const title = common.title(page, name);
  useLayoutEffect(() => {
    document.title = error ? common.errorTitle(title) : title;
  }, [title, error, common]);
  useLayoutEffect(() => {
    const moved = titledPath !== undefined && titledPath !== pathname;
    titledPath = pathname;
    if (moved && !(state as typeof keepFocus | null)?.keepFocus) heading.current?.focus();
  }, [pathname, state]);
  return (
    <>
      <h1 ref={heading} tabIndex={-1} className={className}>
        {children}
      </h1>
      <PageNotice />
    </>
  );
}
