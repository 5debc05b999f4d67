import { useWords } from '../i18n/index.ts';
import type { ErrorSentence } from './error-sentence.ts';

/** The sentence, and after it what Podio said, quoted and marked as its language. */
export function SentenceText({ text, quote }: Pick<ErrorSentence, 'text' | 'quote'>) {
  const { errors } = useWords();
  return (
    <>
      {text}
      {quote !== undefined && (
        <>
          {' '}
          {errors.itSaid} <q lang="en">{quote}</q>
        </>
      )}
    </>
  );
}
