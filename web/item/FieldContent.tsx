import type { ReactNode } from 'react';
import type { FieldValue, ItemField, ItemReference, PodioFile } from '../api/podio-wire.ts';
import { useWords } from '../i18n/index.ts';
import { Chips } from '../ui/values/Chips.tsx';
import { cellOf, isHtml, readValues } from '../ui/values/field-value.ts';
import { valueFormat } from '../ui/values/value-format.ts';
import { Email, LinkOut, Person, Phone, Place } from './contact-values.tsx';
import { FileList } from './FileList.tsx';
import styles from './Item.module.css';
import { Reference } from './Reference.tsx';
import { RichText } from './RichText.tsx';

/** All values of one field as a person expects to see them. What is not as documented is shown as its text. */
export function FieldContent({ field }: { field: ItemField }) {
  const { language } = useWords();
  const format = valueFormat(language);
  switch (field.type) {
    case 'text':
      return <Texts field={field} />;
    case 'category':
    case 'question':
    case 'tag':
      return <Chips chips={cellOf(field, format).chips ?? []} />;
    case 'progress':
      return (
        <Each of={field.values} each={(value, index) => <Progress value={value} text={readValues(field, format)[index]?.text ?? ''} />} />
      );
    case 'contact':
      return <Each of={valuesOf(field)} each={(person) => <Person person={person} />} />;
    case 'app':
      return <Each of={valuesOf<ItemReference>(field)} each={(reference) => <Reference reference={reference} />} />;
    case 'image':
      return <FileList files={valuesOf<PodioFile>(field)} pictures />;
    case 'embed':
      return <Each of={field.values} each={(value) => <LinkOut embed={value.embed} />} />;
    case 'phone':
      return <Each of={field.values} each={(value) => <Phone value={value} />} />;
    case 'email':
      return <Each of={field.values} each={(value) => <Email value={value} />} />;
    case 'location':
      return <Each of={field.values} each={(value) => <Place value={value} />} />;
    default:
      return (
        <Each
          of={readValues(field, format)}
          each={({ text, title }) => (
            <span className="tabular" title={title}>
              {text}
            </span>
          )}
        />
      );
  }
}

/** The objects that the values of a field wrap; what is none is left out. */
function valuesOf<T = FieldValue>({ values }: ItemField): T[] {
  return values.flatMap(({ value }) => (typeof value === 'object' && value !== null ? [value as T] : []));
}

/** One value stands by itself, several as a list. */
function Each<T>({ of, each }: { of: readonly T[]; each: (value: T, index: number) => ReactNode }) {
  const [first] = of;
  if (of.length === 0 || first === undefined) return null;
  if (of.length === 1) return each(first, 0);
  return (
    <ul className={styles.values}>
      {of.map((value, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: values of a field have no identity, and come whole with the item
        <li key={index}>{each(value, index)}</li>
      ))}
    </ul>
  );
}

function Texts({ field }: { field: ItemField }) {
  const settings = field.config?.settings ?? {};
  return (
    <Each
      of={field.values.map(({ value }) => (typeof value === 'string' ? value : JSON.stringify(value ?? '')))}
      each={(text) => (isHtml(settings, text) ? <RichText html={text} /> : <p className={styles.plain}>{text}</p>)}
    />
  );
}

function Progress({ value: { value }, text }: { value: FieldValue; text: string }) {
  const share = Math.min(100, Math.max(0, Number(value) || 0));
  return (
    <span className={styles.progress}>
      <span className="tabular">{text}</span>
      <span aria-hidden="true" className={styles.track}>
        <span style={{ inlineSize: `${share}%` }} />
      </span>
    </span>
  );
}
