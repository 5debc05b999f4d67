import { useAuthenticationState } from '../api/authentication-state.ts';
import { useWords } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { openSwitcher } from '../ui/open-switcher.ts';
import styles from './errors.module.css';

interface RateLimitedProps {
  authId: string;
  name: string;
  onRetry: () => void;
  retrying?: boolean;
}

/** Podio's ceilings where no answer has told them. @see https://developers.podio.com/index/limits */
const known = { ordinary: 1000, heavy: 250 };
const almostAnHourMs = 3_595_000;

/** An authentication has used its calls: until when at the latest, and what can be done meanwhile. */
export function RateLimited({ authId, name, onRetry, retrying }: RateLimitedProps) {
  const { errors, common } = useWords();
  const { rateLimits } = useAuthenticationState(authId);
  return (
    <section role="alert" className={styles.limit}>
      <h2>{errors.limit.title(name)}</h2>
      <p>
        {errors.limit.text(rateLimits.ordinary?.limit ?? known.ordinary, rateLimits.heavy?.limit ?? known.heavy)} <Until authId={authId} />
      </p>
      <div className={styles.actions}>
        <Button onClick={openSwitcher}>{common.switchAuthentication}</Button>
        <Button busy={retrying && common.loading} onClick={onRetry}>
          {common.tryAgain}
        </Button>
      </div>
    </section>
  );
}

/** Podio tells no reset time as a rule; where its text names the seconds, they count. */
function Until({ authId }: { authId: string }) {
  const { errors, format } = useWords();
  const { rateLimitedUntil } = useAuthenticationState(authId);
  if (rateLimitedUntil === undefined) return null;
  const told = rateLimitedUntil - Date.now() < almostAnHourMs;
  return <>{(told ? errors.limit.told : errors.limit.until)(format.time(rateLimitedUntil))}</>;
}
