import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../i18n/index.ts';
import { useAuthConfig } from '../../react/index.ts';
import { announce } from '../../ui/Announcer.tsx';
import { Card } from '../../ui/Card.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { OtherWays } from '../OtherWays.tsx';
import { useReturn } from '../use-return.ts';
import { Ended } from './Ended.tsx';
import { ImportForm } from './ImportForm.tsx';
import { type ImportLines, parseImport } from './import-lines.ts';
import { isUnderWay, useImportSession } from './import-session.ts';
import { clearImportText, importText } from './import-text.ts';
import { Review } from './Review.tsx';
import { Running } from './Running.tsx';

/** S15: many apps at once. What is pasted is in the page until it is checked, and in no store. */
export default function ImportApps() {
  const { import: words } = useWords();
  const { returnTo } = useReturn();
  const { data: config } = useAuthConfig();
  const session = useImportSession();
  const [text, setText] = useState(importText);
  const [checked, setChecked] = useState<ImportLines>();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(clearImportText, []);

  const putBack = (lines: string, count: number) => {
    setText(text.trim() ? `${text.trimEnd()}\n${lines}` : lines);
    setChecked(undefined);
    announce(words.returned(count));
    field.current?.focus();
  };
  const start = () => {
    if (!checked) return;
    session.start(
      checked.apps,
      checked.leftOut.filter(({ reason }) => reason.why !== 'repeated' && reason.why !== 'replaced'),
    );
    setText('');
    setChecked(undefined);
  };
  const running = isUnderWay(session);
  const reviewing = !running && checked !== undefined && checked.apps.length > 0;
  return (
    <Card>
      <OtherWays returnTo={returnTo} />
      <PageTitle page={words.page} focus={running ? undefined : field}>
        {words.title}
      </PageTitle>
      {config && !config.methods.includes('app') && <p>{words.off}</p>}
      {running && <Running session={session} />}
      {reviewing && <Review checked={checked} onStart={start} onEdit={() => setChecked(undefined)} />}
      {!running && !reviewing && (
        <>
          <Ended session={session} onPutBack={putBack} />
          <ImportForm ref={field} text={text} onText={setText} checked={checked} onCheck={() => setChecked(parseImport(text))} />
        </>
      )}
    </Card>
  );
}
