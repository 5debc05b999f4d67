import { useEffect } from 'react';
import { useNavigate } from 'react-router-dom';
import { useWords } from '../i18n/index.ts';
import { paths } from '../paths.ts';
import { announce } from '../ui/Announcer.tsx';
import { Button } from '../ui/Button.tsx';
import { leaveImportText } from './import/import-text.ts';
import { useReturn } from './use-return.ts';

/** Offered when several apps were pasted where one belongs: carries them to the import, in memory. */
export function ImportThese({ text, count }: { text: string; count: number }) {
  const { import: words } = useWords();
  const { returnTo } = useReturn();
  const navigate = useNavigate();
  useEffect(() => announce(words.several(count)), [words, count]);
  const go = () => {
    leaveImportText(text);
    navigate(paths.importApps({ return: returnTo }));
  };
  return (
    <div>
      <p className="muted small">{words.several(count)}</p>
      <Button onClick={go}>{words.these(count)}</Button>
    </div>
  );
}
