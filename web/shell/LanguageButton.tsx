import { useState } from 'react';
import { chooseLanguage, useWords, words } from '../i18n/index.ts';
import { type Language, languages } from '../i18n/language.ts';
import { announce } from '../ui/Announcer.tsx';
import { Button } from '../ui/Button.tsx';
import { StatusText } from '../ui/StatusText.tsx';

/** Shows the app in its other language; named in that language, so that who needs it can read it. */
export function LanguageButton() {
  const { language, shell } = useWords();
  const [failed, setFailed] = useState(false);
  const other: Language = language === 'da' ? 'en' : 'da';
  const change = () =>
    chooseLanguage(other).then(
      () => {
        setFailed(false);
        announce(words().shell.inLanguage);
      },
      () => setFailed(true),
    );
  return (
    <>
      {failed && <StatusText text={shell.languageNotLoaded} />}
      <Button look="quiet" lang={other} onClick={change}>
        {languages[other]}
      </Button>
    </>
  );
}
