import { Link } from 'react-router-dom';
import { useWords } from '../i18n/index.ts';
import { paths } from '../paths.ts';
import { SortHead } from '../ui/SortHead.tsx';
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
import { pressed, type SortKey } from './view.ts';

export function Table({ rows, view, onView, selection }: ListProps) {
  const { authentications: words } = useWords();
  const { columns } = words;
  const sortHead = (by: SortKey, label: string) => (
    <SortHead
      label={label}
      sorted={view.by === by ? (view.descending ? 'descending' : 'ascending') : undefined}
      onSort={() => onView(pressed(view, by))}
    />
  );
  const head = (label: string) => <th scope="col">{label}</th>;
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <caption className="visually-hidden">{words.title}</caption>
        <thead>
          <tr>
            <td>
              <SelectBox label={words.selectAll} checked={selection.all} partly={selection.some} onChange={selection.setAll} />
            </td>
            {sortHead('name', columns.name)}
            {head(columns.reference)}
            {head(columns.method)}
            {sortHead('state', columns.state)}
            {head(columns.left)}
            {sortHead('used', columns.used)}
            {head(columns.readOnly)}
            <th scope="col">
              <span className="visually-hidden">{columns.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <TableRow key={row.authentication.id} row={row} selection={selection} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function TableRow({ row, selection }: { row: Row; selection: Selection }) {
  const { authentications: words, common } = useWords();
  const facts = useFacts()(row);
  const { id, ref } = row.authentication;
  if (row.gone) {
    return (
      <tr>
        <td colSpan={9}>
          <Gone id={id} name={row.name} />
        </td>
      </tr>
    );
  }
  return (
    <tr>
      <td>
        <SelectBox label={words.select(common.named(row.name, ref))} checked={selection.has(id)} onChange={(on) => selection.set(id, on)} />
      </td>
      <th scope="row">
        <span className={styles.who}>
          <Tile authId={id} name={row.name} />
          <Link to={paths.home(id)}>{row.name}</Link>
        </span>
      </th>
      <td className="tabular">{facts.reference}</td>
      <td>{facts.method}</td>
      <td>
        <StateBadge state={row.badge.state} text={row.badge.text} />
      </td>
      <td className="tabular">
        <CallsLeft facts={facts} />
      </td>
      <td>{facts.used}</td>
      <td>
        <ReadOnlySwitch row={row} />
      </td>
      <td>
        <Actions row={row} />
      </td>
    </tr>
  );
}
