import { useWords } from '../i18n/index.ts';

/** When the server is asked again. `seconds`: until then; undefined: now. Shown, and left out of what is spoken. */
export function TryingAgain({ seconds }: { seconds: number | undefined }) {
  const { unreachable } = useWords().shell;
  return <span aria-hidden="true">{seconds === undefined ? unreachable.trying : unreachable.again(seconds)}</span>;
}
