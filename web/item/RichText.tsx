import { Fragment, type ReactNode, useMemo } from 'react';
import { ExternalLink } from '../ui/ExternalLink.tsx';
import { parseRichText, type RichElement, type RichNode } from '../ui/values/rich-text.ts';
import styles from './Item.module.css';

/** Podio's rich text as elements of ours: nothing of it is ever read as HTML by the browser. */
export function RichText({ html }: { html: string }) {
  const tree = useMemo(() => parseRichText(html), [html]);
  return <div className={styles.rich}>{tree.map(drawn)}</div>;
}

function drawn(node: RichNode, index: number): ReactNode {
  // The tree is made anew as a whole: a place in it is all the identity there is.
  return <Fragment key={index}>{typeof node === 'string' ? node : element(node)}</Fragment>;
}

function element({ tag: Tag, href, children }: RichElement): ReactNode {
  const content = children.map(drawn);
  if (Tag === 'br' || Tag === 'hr') return <Tag />;
  if (Tag === 'heading') {
    return (
      <p>
        <strong>{content}</strong>
      </p>
    );
  }
  if (Tag !== 'a') return <Tag>{content}</Tag>;
  return href?.startsWith('http') ? <ExternalLink href={href}>{content}</ExternalLink> : <a href={href}>{content}</a>;
}
