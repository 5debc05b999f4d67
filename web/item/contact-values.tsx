import type { FieldValue } from '../api/podio-wire.ts';
import { useWords } from '../i18n/index.ts';
import { ExternalLink } from '../ui/ExternalLink.tsx';
import { safeHref } from '../ui/values/rich-text.ts';
import styles from './Item.module.css';

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '');
const member = (value: unknown, name: string): string => text((value as FieldValue | null | undefined)?.[name]);
const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(text).filter(Boolean) : [text(value)].filter(Boolean));

/** A person: their name, which leads to their profile at Podio, and how to reach them. */
export function Person({ person }: { person: FieldValue }) {
  const name = text(person.name) || text(person.profile_id);
  const link = safeHref(text(person.link));
  return (
    <span className={styles.person}>
      {link ? <ExternalLink href={link}>{name}</ExternalLink> : <span>{name}</span>}
      {list(person.mail).map((mail) => (
        <MailTo key={mail} mail={mail} />
      ))}
    </span>
  );
}

export function Email({ value }: { value: FieldValue }) {
  return (
    <span className={styles.typed}>
      <MailTo mail={text(value.value)} /> <Kind of={value} />
    </span>
  );
}

export function Phone({ value }: { value: FieldValue }) {
  const number = text(value.value);
  const href = safeHref(`tel:${number.replace(/[^\d+*#,;]/g, '')}`);
  return (
    <span className={styles.typed}>
      {/\d/.test(number) ? <a href={href}>{number}</a> : number} <Kind of={value} />
    </span>
  );
}

function MailTo({ mail }: { mail: string }) {
  return /^\S+@\S+$/.test(mail) ? <a href={safeHref(`mailto:${encodeURIComponent(mail).replace('%40', '@')}`)}>{mail}</a> : mail;
}

/** `work`, `mobile`: which of somebody's it is. */
function Kind({ of }: { of: FieldValue }) {
  const { kinds } = useWords().item.values;
  const type = text(of.type);
  return type === '' ? null : <span className="muted small">{kinds[type] ?? type.replaceAll('_', ' ')}</span>;
}

/** A link with what Podio knows of the page behind it. */
export function LinkOut({ embed }: { embed: unknown }) {
  const address = member(embed, 'original_url') || member(embed, 'resolved_url') || member(embed, 'url');
  const title = member(embed, 'title') || address;
  const href = safeHref(address);
  const about = member(embed, 'description') || (title === address ? '' : address);
  return (
    <span className={styles.linkOut}>
      {href?.startsWith('http') ? <ExternalLink href={href}>{title}</ExternalLink> : title}
      {about !== '' && <span className="muted small">{about}</span>}
    </span>
  );
}

/** An address, and where that is. The map is another site's: nothing of it is fetched before somebody goes there. */
export function Place({ value }: { value: FieldValue }) {
  const { values: words } = useWords().item;
  const parts = [
    text(value.street_address),
    [text(value.postal_code), text(value.city)].filter(Boolean).join(' '),
    text(value.state),
    text(value.country),
  ];
  const structured = parts.filter(Boolean).join('\n');
  const whole = text(value.formatted) || text(value.value) || structured;
  const [lat, lng] = [Number(value.lat ?? Number.NaN), Number(value.lng ?? Number.NaN)];
  const onMap =
    Number.isFinite(lat) && Number.isFinite(lng)
      ? `https://www.openstreetmap.org/?mlat=${lat}&mlon=${lng}#map=16/${lat}/${lng}`
      : `https://www.openstreetmap.org/search?query=${encodeURIComponent(whole)}`;
  return (
    <span className={styles.linkOut}>
      <span className={styles.plain}>{whole}</span>
      {whole !== '' && <ExternalLink href={onMap}>{words.map}</ExternalLink>}
    </span>
  );
}
