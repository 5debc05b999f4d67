import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useWords } from '../i18n/index.ts';
import { paths } from '../paths.ts';
import { StateBadge } from '../ui/StateBadge.tsx';
import { Tile } from '../ui/Tile.tsx';
import { Actions } from './Actions.tsx';
import styles from './Authentications.module.css';
import { CallsLeft } from './CallsLeft.tsx';
import { Gone } from './Gone.tsx';
import type { ListProps } from './list-props.ts';
import { ReadOnlySwitch } from './ReadOnlySwitch.tsx';
import { SelectBox } from './SelectBox.tsx';
import { type Row, useFacts } from './use-rows.ts';
import type { Selection } from './use-selection.ts';

/** The same on a narrow screen: one card each, the table's head as labels. */
export function Cards({ rows, selection }: ListProps) {
  const { authentications: words } = useWords();
  return (
    <ul aria-label={words.title} className={styles.cards}>
      {rows.map((row) => (
        <li key={row.authentication.id} className={styles.card}>
          {row.gone ? <Gone id={row.authentication.id} name={row.name} /> : <CardContent row={row} selection={selection} />}
        </li>
      ))}
    </ul>
  );
}

function CardContent({ row, selection }: { row: Row; selection: Selection }) {
  const { authentications: words, common } = useWords();
  const { columns } = words;
  const facts = useFacts()(row);
  const { id, ref } = row.authentication;
  return (
    <>
      <span className={styles.who}>
        <Tile authId={id} name={row.name} />
        <Link to={paths.home(id)}>{row.name}</Link>
        <SelectBox label={words.select(common.named(row.name, ref))} checked={selection.has(id)} onChange={(on) => selection.set(id, on)} />
      </span>
      <dl className={styles.facts}>
        <Fact term={columns.reference}>{facts.reference}</Fact>
        <Fact term={columns.method}>{facts.method}</Fact>
        <Fact term={columns.state}>
          <StateBadge state={row.badge.state} text={row.badge.text} />
        </Fact>
        <Fact term={columns.left}>
          <CallsLeft facts={facts} />
        </Fact>
        <Fact term={columns.used}>{facts.used}</Fact>
        <Fact term={columns.readOnly}>
          <ReadOnlySwitch row={row} />
        </Fact>
      </dl>
      <Actions row={row} look="secondary" />
    </>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
