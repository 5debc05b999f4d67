import { useWords } from '../i18n/index.ts';
import { useAuthConfig } from '../react/index.ts';
import { Button } from '../ui/Button.tsx';
import styles from './SignIn.module.css';

/** In sandbox mode: published credentials that fill the form in one press. */
export function SamplePeople({ onFill }: { onFill: (username: string, password: string) => void }) {
  const { password } = useWords().signIn;
  const { data: config } = useAuthConfig();
  if (!config?.sandbox) return null;
  return (
    <div className={styles.fill}>
      <p className="muted small">{password.samples}</p>
      <div>
        {config.sandbox.users.map((user) => (
          <Button key={user.username} onClick={() => onFill(user.username, user.password)}>
            {password.fill(user.name)}
          </Button>
        ))}
      </div>
    </div>
  );
}
