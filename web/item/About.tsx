import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import type { WholeItem } from '../api/podio-wire.ts';
import { useWords } from '../i18n/index.ts';
import { paths } from '../paths.ts';
import { useActingAs } from '../react/index.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { ExternalLink } from '../ui/ExternalLink.tsx';
import { Chips } from '../ui/values/Chips.tsx';
import { utc } from '../ui/values/field-value.ts';
import { safeHref } from '../ui/values/rich-text.ts';
import styles from './Item.module.css';

/** What Podio keeps about an item besides its fields. Its two numbers are named, since people mix them up. */
export function About({ item, appName }: { item: WholeItem; appName: string }) {
  const { item: words, format } = useWords();
  const { about } = words;
  const authId = useActingAs();
  const link = safeHref(item.link ?? '');
  const changed = utc(item.current_revision?.created_on);
  const revisions = item.revisions?.length ?? (item.current_revision?.revision ?? 0) + 1;
  return (
    <section aria-label={about.title} className={styles.about}>
      <dl className={styles.pairs}>
        <Fact term={about.itemId} wire="item_id">
          <Copied text={String(item.item_id)} label={about.copyItemId} />
        </Fact>
        <Fact term={about.appItemId} wire="app_item_id">
          <Copied text={String(item.app_item_id)} label={about.copyAppItemId} />
        </Fact>
        {item.external_id && (
          <Fact term={about.externalId} wire="external_id">
            <Copied text={item.external_id} label={about.copyExternalId} />
          </Fact>
        )}
        {item.app && (
          <Fact term={about.app}>
            <Link to={paths.items(authId, item.app.app_id)}>{appName}</Link>
          </Fact>
        )}
        <Fact term={about.revisions}>{format.number(revisions)}</Fact>
        {changed && <Fact term={about.changed}>{about.changedBy(format.dateTime(changed), item.current_revision?.created_by?.name)}</Fact>}
        {item.created_via?.name && <Fact term={about.via}>{item.created_via.name}</Fact>}
        {item.comments && item.comments.length > 0 && <Fact term={about.comments}>{format.number(item.comments.length)}</Fact>}
        {item.tags && item.tags.length > 0 && (
          <Fact term={about.tags}>
            <Chips chips={item.tags.map((text) => ({ text }))} />
          </Fact>
        )}
        {link && (
          <Fact term={about.link}>
            <ExternalLink href={link}>{about.open}</ExternalLink>
          </Fact>
        )}
      </dl>
    </section>
  );
}

/** `wire`: what Podio's API calls it. */
function Fact({ term, wire, children }: { term: string; wire?: string; children: ReactNode }) {
  return (
    <div>
      <dt>
        {term}
        {wire && (
          <>
            {' '}
            <code>{wire}</code>
          </>
        )}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

function Copied({ text, label }: { text: string; label: string }) {
  const { about } = useWords().item;
  return (
    <span className={styles.copied}>
      <span className="tabular">{text}</span>
      <CopyButton look="quiet" text={text} aria-label={label}>
        {about.copy}
      </CopyButton>
    </span>
  );
}
