import { useState } from 'react';
import { useWords } from '../i18n/index.ts';
import { paths } from '../paths.ts';
import { useAuthentications } from '../react/index.ts';
import { LinkButton } from '../ui/LinkButton.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { SampleData } from '../ui/SampleData.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useWide } from '../ui/use-media.ts';
import { Waiting } from '../ui/Waiting.tsx';
import styles from './Authentications.module.css';
import { Cards } from './Cards.tsx';
import { Everything } from './Everything.tsx';
import { Summary } from './Summary.tsx';
import { Table } from './Table.tsx';
import { found, useRows } from './use-rows.ts';

/** S4: all that this browser holds, and the ways to add and to leave. */
export default function Authentications() {
  const { authentications: words, common, shell, import: importWords } = useWords();
  const { isPending, error, capacity } = useAuthentications();
  const rows = useRows();
  const wide = useWide();
  const [query, setQuery] = useState('');
  const shown = found(rows, query);
  const empty = rows.length === 0;
  const List = wide ? Table : Cards;
  return (
    <>
      <div>
        <PageTitle page={words.page}>{words.title}</PageTitle>
        {!empty && <Summary rows={rows} capacity={capacity} />}
      </div>
      {isPending && (
        <Waiting label={words.loading}>
          <Skeleton widths={[1, 1, 1]} />
        </Waiting>
      )}
      {error && empty && <p>{shell.unreachable.title}</p>}
      {!isPending && !error && empty && <p>{words.empty}</p>}
      <div className={styles.bar}>
        {!empty && <SearchField label={words.find} value={query} onChange={setQuery} />}
        <span className={styles.add}>
          <LinkButton look="primary" to={paths.signIn({ return: paths.authentications() })}>
            {common.addAuthentication}
          </LinkButton>
          <LinkButton to={paths.importApps({ return: paths.authentications() })}>{importWords.short}</LinkButton>
        </span>
      </div>
      {empty && !isPending && <SampleData />}
      {!empty && <List rows={shown} />}
      {!empty && shown.length === 0 && <p>{words.noMatch}</p>}
      {!empty && <Everything count={rows.filter(({ gone }) => !gone).length} />}
    </>
  );
}
