import { Link } from 'react-router-dom';
import { useNumberInApp } from '../errors/use-number-in-app.ts';
import { useWords } from '../i18n/index.ts';
import { paths } from '../paths.ts';
import { useActingAs } from '../react/index.ts';
import { Notice } from '../ui/Notice.tsx';

interface NumberInAppProps {
  appId: number;
  number: number;
  appName: string;
}

/** People take an item's number within its app for its id. Where the app has an item of that number, it is offered. */
export function NumberInApp({ appId, number, appName }: NumberInAppProps) {
  const { item: words, items } = useWords();
  const authId = useActingAs();
  const found = useNumberInApp(appId, number);
  if (!found) return null;
  return (
    <Notice>
      <p>{words.notFound.meant(found.formatted, appName)}</p>
      <p>
        <Link to={paths.item(authId, appId, found.itemId)}>{words.notFound.offer(found.formatted, found.title || items.untitled)}</Link>
      </p>
      <p className="muted small">{words.notFound.hint}</p>
    </Notice>
  );
}
