import type { PodioAnswer } from '../api/errors.ts';
import { couldBeNumberInApp } from '../errors/number-in-app.ts';
import { useWords } from '../i18n/index.ts';
import { parseAuthId } from '../paths.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import type { ExplorerState } from './use-explorer.ts';

interface NumberMeantProps {
  /** The answer that there is no such item, or none for this authentication. */
  answer: PodioAnswer;
  explorer: ExplorerState;
}

/**
 * Below a refusal of `/item/12…`: such a small number is rather one within an app. The call for the item of that number
 * is offered, and not made: here a person makes each call, and knows what it costs.
 */
export function NumberMeant({ answer: { call, status }, explorer }: NumberMeantProps) {
  const { item: words, explorer: own } = useWords();
  const [, number = ''] = /^\/item\/(\d+)(?:[/?]|$)/.exec(call.path) ?? [];
  if ((status !== 404 && status !== 403) || number === '' || !couldBeNumberInApp(Number(number))) return null;
  const acting = parseAuthId(explorer.authId);
  const meant = { method: 'GET', path: `/app/${acting?.type === 'app' ? acting.id : '{app_id}'}/item/${number}` };
  const use = () => {
    explorer.change({ ...meant, tab: 'parameters' });
    explorer.fields.path.current?.focus();
  };
  return (
    <Notice>
      <p>{words.notFound.hint}</p>
      <p>
        {own.meant(number)} <Button onClick={use}>{`${meant.method} ${meant.path}`}</Button>
      </p>
    </Notice>
  );
}
