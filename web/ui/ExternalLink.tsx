import type { ReactNode } from 'react';
import { useWords } from '../i18n/index.ts';

/** A link to another site, in a new tab, and says so. */
export function ExternalLink({ href, className, children }: { href: string; className?: string; children: ReactNode }) {
  const { common } = useWords();
  return (
    <a href={href} target="_blank" rel="noopener noreferrer" className={className}>
      {children}
      <span aria-hidden="true"> ↗</span>
      <span className="visually-hidden"> {common.opensNewTab}</span>
    </a>
  );
}
