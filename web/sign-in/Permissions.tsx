import { useWords } from '../i18n/index.ts';
import { ExternalLink } from '../ui/ExternalLink.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './Permissions.module.css';
import type { PermissionsChoice } from './permissions.ts';

const scopesPage = 'https://developers.podio.com/authentication/scopes';

interface PermissionsProps {
  choice: PermissionsChoice;
  onChange: (choice: PermissionsChoice) => void;
  error: string | undefined;
}

/** What to ask Podio for; closed it means the default. */
export function Permissions({ choice, onChange, error }: PermissionsProps) {
  const { permissions } = useWords().signIn;
  const radio = (kind: PermissionsChoice['kind'], text: string, scope?: string) => (
    <label className={styles.choice}>
      <input type="radio" name="permissions" checked={choice.kind === kind} onChange={() => onChange({ ...choice, kind })} />
      <span>
        {text} {scope && <code className="muted">{scope}</code>}
      </span>
    </label>
  );
  return (
    <details className={styles.permissions} open={error !== undefined || undefined}>
      <summary className={styles.summary}>{permissions.summary}</summary>
      <div className={styles.content}>
        <p className="muted small">
          {permissions.hint} <ExternalLink href={scopesPage}>{permissions.about}</ExternalLink>
        </p>
        <fieldset className={styles.choices}>
          <legend>{permissions.legend}</legend>
          {radio('all', permissions.all, 'global:all')}
          {radio('read', permissions.read, 'global:read')}
          {radio('own', permissions.own)}
        </fieldset>
        {choice.kind === 'own' && (
          <TextField
            id="scope"
            label={permissions.scope}
            hint={permissions.scopeHint}
            error={error}
            value={choice.own}
            onChange={(event) => onChange({ ...choice, own: event.target.value })}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
        )}
      </div>
    </details>
  );
}
