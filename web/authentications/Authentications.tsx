import { useState } from 'react';
import { useHeldLastTime } from '../api/remembered.ts';
import { useWords } from '../i18n/index.ts';
import { useAuthentications } from '../react/index.ts';
import { announce } from '../ui/Announcer.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { SampleData } from '../ui/SampleData.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useMedia } from '../ui/use-media.ts';
import { Waiting } from '../ui/Waiting.tsx';
import styles from './Authentications.module.css';
import { Bar, NoneFound } from './Bar.tsx';
import { Cards } from './Cards.tsx';
import { EditDialog } from './EditDialog.tsx';
import { Everything } from './Everything.tsx';
import { Reserve } from './Reserve.tsx';
import { SignOutSelected } from './SignOutSelected.tsx';
import { Summary } from './Summary.tsx';
import { Table } from './Table.tsx';
import { useRows } from './use-rows.ts';
import { useSelection } from './use-selection.ts';
import { shownRows, type View, wholeList } from './view.ts';

/** S4: all that this browser holds, and the ways to add, to make one's own and to leave. */
export default function Authentications() {
  const { authentications: words, shell, language } = useWords();
  const { isPending, error, capacity } = useAuthentications();
  const rows = useRows();
  const wide = useMedia('(min-width: 64rem)');
  const [view, setView] = useState(wholeList);
  const shown = shownRows(rows, view, language);
  const selection = useSelection(rows, shown);
  const held = rows.filter(({ gone }) => !gone).length;
  const empty = rows.length === 0;
  const List = wide ? Table : Cards;
  const change = (next: View) => {
    setView(next);
    if (next.by !== view.by || next.descending !== view.descending) announce(sortedBy(words, next));
  };
  return (
    <div className={styles.page}>
      <div>
        <PageTitle page={words.page}>{words.title}</PageTitle>
        {!empty && <Summary rows={rows} capacity={capacity} />}
      </div>
      <Bar rows={rows} view={view} onView={change} withSort={!wide} />
      {isPending && <Loading />}
      {error && empty && <p>{shell.unreachable.title}</p>}
      {!isPending && !error && empty && <p>{words.empty}</p>}
      {empty && !isPending && <SampleData />}
      {shown.length > 0 && <List rows={shown} view={view} onView={change} selection={selection} />}
      {!empty && shown.length === 0 && <NoneFound view={view} onView={change} />}
      {!empty && (
        <div className={styles.leave}>
          <SignOutSelected selection={selection} />
          <Everything count={held} />
        </div>
      )}
      {!empty && <Reserve />}
      <EditDialog />
    </div>
  );
}

/** As many rows as there were last time. */
function Loading() {
  const { authentications: words } = useWords();
  const rows = Array<number>(Math.min(60, Math.max(3, useHeldLastTime()))).fill(1);
  return (
    <div aria-busy="true">
      <Waiting label={words.loading}>
        <Skeleton widths={rows} />
      </Waiting>
    </div>
  );
}

function sortedBy({ sort, columns }: ReturnType<typeof useWords>['authentications'], { by, descending }: View): string {
  const column = by === 'added' ? sort.added : columns[by];
  return sort.sorted(column, sort.orders[by][descending ? 'descending' : 'ascending']);
}
