import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
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
  /** Takes the focus in place of the h1 when the page was come to by a link: the first field of a form. */
  focus?: RefObject<HTMLElement | null>;
  /** Takes the focus also where no link led here: the page came about by itself. */
  atOnce?: boolean;
  className?: string;
}

let titledPath: string | undefined;

/** Links that keep the focus where it is (the switcher returns it to its button) navigate with this state. */
export const keepFocus = { keepFocus: true };

/**
 * The page's h1. Sets the document's title first, then, after a change of page, takes the focus: a new title alone is
 * not spoken when the page changes without loading.
 */
export function PageTitle({ children, page, name, error, focus, atOnce, className }: PageTitleProps) {
  const { common } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname, state } = useLocation();
  const title = error ? common.errorTitle(common.title(page, name)) : common.title(page, name);
  useLayoutEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => {
    const moved = titledPath !== undefined && titledPath !== pathname;
    titledPath = pathname;
    if (atOnce || (moved && !(state as typeof keepFocus | null)?.keepFocus)) (focus ?? heading).current?.focus();
  }, [pathname, state, focus, atOnce]);
  return (
    <>
      <h1 ref={heading} tabIndex={-1} className={className}>
        {children}
      </h1>
      <PageNotice />
    </>
  );
}
