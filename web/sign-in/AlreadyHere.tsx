import { Link } from 'react-router-dom';
import { displayName, useLabels } from '../api/remembered.ts';
import { useWords } from '../i18n/index.ts';
import { paths } from '../paths.ts';
import { useAuthentications } from '../react/index.ts';

/** More names than this are only counted. */
const namedUpTo = 3;

/** Says who is signed in already, with the way back to them. */
export function AlreadyHere({ back }: { back: { name: string; to: string } | undefined }) {
  const { signIn, common } = useWords();
  const { authentications } = useAuthentications();
  const labels = useLabels();
  if (!back) return null;
  const names = authentications.map((authentication) => common.named(displayName(authentication, labels), authentication.ref));
  return (
    <div>
      <p>
        <Link to={back.to}>
          <span aria-hidden="true">‹ </span>
          {signIn.backTo(back.name)}
        </Link>
      </p>
      <p className="muted small">
        {names.length <= namedUpTo ? signIn.alreadyHere(names) : signIn.alreadyMany(names.length)}{' '}
        <Link to={paths.authentications()}>{signIn.seeAll}</Link>
      </p>
    </div>
  );
}
