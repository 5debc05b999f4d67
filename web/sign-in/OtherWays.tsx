import { Link } from 'react-router-dom';
import { useWords } from '../i18n/index.ts';
import { paths } from '../paths.ts';

/** The way back from one form to all ways. */
export function OtherWays({ returnTo }: { returnTo: string | undefined }) {
  const { signIn } = useWords();
  return (
    <p>
      <span aria-hidden="true">‹ </span>
      <Link to={paths.signIn({ return: returnTo })}>{signIn.otherWays}</Link>
    </p>
  );
}
