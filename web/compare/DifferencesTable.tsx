import { useState } from 'react';
import { useWords } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import styles from './Compare.module.css';
import type { Difference } from './differences.ts';

const shownAtFirst = 200;
const mostCharacters = 300;

/** Place by place, what each of the two has there. */
export function DifferencesTable({ differences, names }: { differences: Difference[]; names: [string, string] }) {
  const { compare: words } = useWords();
  const [whole, setWhole] = useState(false);
  const shown = whole ? differences : differences.slice(0, shownAtFirst);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable with the keyboard */}
      <section aria-label={words.table} tabIndex={0} className={styles.frame}>
        <table className={styles.table}>
          <caption className="visually-hidden">{words.table}</caption>
          <thead>
            <tr>
              <th scope="col">{words.place}</th>
              <th scope="col">{names[0]}</th>
              <th scope="col">{names[1]}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((difference) => (
              <tr key={difference.path}>
                <th scope="row">{difference.path}</th>
                <td>
                  <Value of={difference} side="a" />
                </td>
                <td>
                  <Value of={difference} side="b" />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {shown.length < differences.length && (
        <p>
          <Button onClick={() => setWhole(true)}>{words.showAll(differences.length)}</Button>
        </p>
      )}
    </>
  );
}

/** A value as JSON, and its beginning only where it is long: the full answers have the rest. */
function Value({ of, side }: { of: Difference; side: 'a' | 'b' }) {
  const { compare: words } = useWords();
  if (!Object.hasOwn(of, side)) return <span className="muted">{words.nothing}</span>;
  const text = JSON.stringify(of[side]);
  return <code>{text.length > mostCharacters ? `${text.slice(0, mostCharacters)}…` : text}</code>;
}
