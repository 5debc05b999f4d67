import { useState } from 'react';
import { displayName, useLabels } from '../api/remembered.ts';
import { useWords } from '../i18n/index.ts';
import { useAuthentication } from '../react/index.ts';
import { Tabs } from '../ui/Tabs.tsx';
import { useWide } from '../ui/use-media.ts';
import styles from './Compare.module.css';
import { DifferencesTable } from './DifferencesTable.tsx';
import { FullAnswer } from './FullAnswer.tsx';
import { SideSummary } from './SideSummary.tsx';
import { type Comparison, useSide } from './use-compare.ts';
import { useFindings } from './use-findings.ts';

/** What both were answered, and where that differs. */
export function Results({ comparison }: { comparison: Comparison }) {
  const { compare: words } = useWords();
  const { a, b, call } = comparison;
  const [sideA, sideB] = [useSide(a, call), useSide(b, call)];
  const [nameA, nameB] = [useName(a), useName(b)];
  const { differences, sentence } = useFindings(sideA, sideB);
  const wide = useWide();
  const [tab, setTab] = useState('differences');
  const nothingYet = [sideA, sideB].every(({ answer, error, isFetching }) => !answer && !error && !isFetching);
  const table = differences.length > 0 && <DifferencesTable differences={differences} names={[nameA, nameB]} />;
  return (
    <>
      <div className={styles.sides}>
        <SideSummary authId={a} name={nameA} side={sideA} comparison={comparison} />
        <SideSummary authId={b} name={nameB} side={sideB} comparison={comparison} />
      </div>
      <p role="status" className={styles.sentence}>
        {sentence}
      </p>
      {nothingYet && comparison.canSend && <p className="muted">{words.start}</p>}
      {wide ? (
        <>
          {table}
          <div className={styles.sides}>
            {sideA.answer && <FullAnswer name={nameA} answer={sideA.answer} folded />}
            {sideB.answer && <FullAnswer name={nameB} answer={sideB.answer} folded />}
          </div>
        </>
      ) : (
        !nothingYet && (
          <Tabs
            label={words.results}
            value={tab}
            onChange={setTab}
            tabs={[
              { value: 'differences', label: words.tab(differences.length), panel: table || <p className="muted">{sentence}</p> },
              { value: 'a', label: nameA, panel: sideA.answer && <FullAnswer name={nameA} answer={sideA.answer} /> },
              { value: 'b', label: nameB, panel: sideB.answer && <FullAnswer name={nameB} answer={sideB.answer} /> },
            ]}
          />
        )
      )}
    </>
  );
}

function useName(authId: string | undefined): string {
  const authentication = useAuthentication(authId);
  const labels = useLabels();
  return authentication ? displayName(authentication, labels) : (authId ?? '');
}
