import { Link } from 'react-router-dom';
import type { WholeItem } from '../api/podio-wire.ts';
import { useAreReadsPaused } from '../api/reserve.ts';
import { couldBeNumberInApp } from '../errors/number-in-app.ts';
import { useWords } from '../i18n/index.ts';
import { paths } from '../paths.ts';
import { useActingAs, usePodioQuery } from '../react/index.ts';
import { Notice } from '../ui/Notice.tsx';
import { oneLine } from '../ui/values/plain-text.ts';

interface NumberInAppProps {
  appId: number;
  number: number;
  appName: string;
}

/** People take an item's number within its app for its id. Where the app has an item of that number, it is offered. */
export function NumberInApp({ appId, number, appName }: NumberInAppProps) {
  const { item: words, items } = useWords();
  const authId = useActingAs();
  const paused = useAreReadsPaused(authId);
  const { data } = usePodioQuery<WholeItem>(
    { path: `/app/${appId}/item/${number}?mark_as_viewed=0` },
    { enabled: couldBeNumberInApp(number) && !paused },
  );
  const found = data?.json;
  if (typeof found?.item_id !== 'number') return null;
  const formatted = found.app_item_id_formatted ?? String(number);
  return (
    <Notice>
      <p>{words.notFound.meant(formatted, appName)}</p>
      <p>
        <Link to={paths.item(authId, appId, found.item_id)}>
          {words.notFound.offer(formatted, oneLine(found.title ?? '') || items.untitled)}
        </Link>
      </p>
      <p className="muted small">{words.notFound.hint}</p>
    </Notice>
  );
}
