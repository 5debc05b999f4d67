import { useDisplayName } from '../api/remembered.ts';
import { useAuthentication } from '../react/index.ts';
import { PageTitle } from '../ui/PageTitle.tsx';

/** In the tab that was opened to sign in again: the tab that waits has heard of it. */
export function SignedInAgain({ id, words }: { id: string; words: { title: (name: string) => string; text: string } }) {
  const name = useDisplayName(useAuthentication(id)) ?? id;
  return (
    <>
      <PageTitle page={words.title(name)}>{words.title(name)}</PageTitle>
      <p>{words.text}</p>
    </>
  );
}
