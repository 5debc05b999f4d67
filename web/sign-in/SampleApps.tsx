import { useWords } from '../i18n/index.ts';
import { useAuthConfig } from '../react/index.ts';
import { announce } from '../ui/Announcer.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './SignIn.module.css';

/** The sandbox has some seventy apps; these have something to see. */
const shown = [22119, 22118, 22117];

/** In sandbox mode: published credentials that fill the form in one press. */
export function SampleApps({ onFill }: { onFill: (appId: string, appToken: string) => void }) {
  const { common, signIn } = useWords();
  const { data: config } = useAuthConfig();
  const apps = config?.sandbox?.apps.filter(({ appId }) => shown.includes(appId)) ?? [];
  if (apps.length === 0) return null;
  return (
    <div className={styles.fill}>
      <p className="muted small">{signIn.app.samples}</p>
      <div>
        {apps.map(({ appId, appToken, name }) => (
          <Button
            key={appId}
            aria-label={signIn.app.fill(common.named(name, { type: 'app', id: appId }))}
            onClick={() => {
              onFill(String(appId), appToken);
              announce(signIn.app.filled);
            }}
          >
            {signIn.app.fill(name)}
          </Button>
        ))}
      </div>
    </div>
  );
}
