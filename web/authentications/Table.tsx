import { Link } from 'react-router-dom';
import { useWords } from '../i18n/index.ts';
import { paths } from '../paths.ts';
import { StateBadge } from '../ui/StateBadge.tsx';
import { Tile } from '../ui/Tile.tsx';
import { Actions } from './Actions.tsx';
import styles from './Authentications.module.css';
import { Gone } from './Gone.tsx';
import { ReadOnlySwitch } from './ReadOnlySwitch.tsx';
import { type Row, useFacts } from './use-rows.ts';

export function Table({ rows }: { rows: Row[] }) {
  const { authentications: words } = useWords();
  const { columns } = words;
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <caption className="visually-hidden">{words.title}</caption>
        <thead>
          <tr>
            {[columns.name, columns.reference, columns.method, columns.state, columns.left, columns.used, columns.readOnly].map(
              (column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ),
            )}
            <th scope="col">
              <span className="visually-hidden">{columns.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <TableRow key={row.authentication.id} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function TableRow({ row }: { row: Row }) {
  const facts = useFacts()(row);
  const { id } = row.authentication;
  if (row.gone) {
    return (
      <tr>
        <td colSpan={8}>
          <Gone id={id} name={row.name} />
        </td>
      </tr>
    );
  }
  return (
    <tr>
      <th scope="row">
        <span className={styles.who}>
          <Tile authId={id} name={row.name} />
          <Link to={paths.home(id)}>{row.name}</Link>
        </span>
      </th>
      <td>{facts.reference}</td>
      <td>{facts.method}</td>
      <td>
        <StateBadge state={row.badge.state} text={row.badge.text} />
      </td>
      <td className="tabular">{facts.left}</td>
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
