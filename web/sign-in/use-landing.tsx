import { Link, useNavigate } from 'react-router-dom';
import { displayName } from '../api/remembered.ts';
import { useWords } from '../i18n/index.ts';
import { paths } from '../paths.ts';
import type { SignedIn } from '../react/index.ts';
import { leaveNotice } from '../ui/PageNotice.tsx';
import { GrantedScope } from './GrantedScope.tsx';

/** After a sign-in: goes to where it was asked for, else to the new one's home, and says there what happened. */
export function useLanding() {
  const { signIn } = useWords();
  const navigate = useNavigate();
  return ({ authentication, renewed }: SignedIn, options: { returnTo?: string; asked?: string } = {}) => {
    const name = displayName(authentication);
    const home = paths.home(authentication.id);
    const to = options.returnTo && options.returnTo !== paths.start() ? options.returnTo : home;
    const elsewhere = to !== paths.signedInAgain(authentication.id) && !`${to}/`.startsWith(`${home}/`) && !to.startsWith(`${home}?`);
    leaveNotice(to, {
      text: renewed ? signIn.renewed(name) : signIn.done(name),
      more: (
        <>
          {elsewhere && (
            <>
              {' '}
              <Link to={home}>{signIn.actAs(name)}</Link>
            </>
          )}
          {options.asked !== undefined && <GrantedScope asked={options.asked} granted={authentication.scope} />}
        </>
      ),
    });
    navigate(to, { replace: true });
  };
}
