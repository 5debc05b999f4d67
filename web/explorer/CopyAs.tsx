import { useId, useState } from 'react';
import { asCode, type CodeFormat, codeFormats, variablesOf } from '../api/code/as-code.ts';
import type { PodioCall } from '../api/errors.ts';
import { useWords } from '../i18n/index.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { useCodeContext } from '../ui/use-code-context.ts';
import styles from './Explorer.module.css';

/** The call that was answered, as code to take along. The token is the name of a variable, never a value. */
export function CopyAs({ call }: { call: PodioCall }) {
  const { explorer: words, apiCall } = useWords();
  const context = useCodeContext();
  const [format, setFormat] = useState<CodeFormat>('curl');
  const name = useId();
  const code = asCode(format, call, context);
  return (
    <div className={styles.copyAs}>
      <div role="radiogroup" aria-label={words.copyAs} className={styles.radios}>
        {codeFormats.map((value) => (
          <label key={value} className={styles.radio}>
            <input type="radio" name={name} value={value} checked={format === value} onChange={() => setFormat(value)} />
            {value}
          </label>
        ))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable with the keyboard */}
      <section aria-label={words.code} tabIndex={0} className={styles.code}>
        <pre>
          <code>{code}</code>
        </pre>
      </section>
      {format === 'podio-js' && <p className="muted small">{words.podioJs}</p>}
      <div className={styles.actions}>
        <CopyButton key={format} text={code} done={apiCall.copied(format, variablesOf(format, context))}>
          {words.copyCode}
        </CopyButton>
      </div>
    </div>
  );
}
