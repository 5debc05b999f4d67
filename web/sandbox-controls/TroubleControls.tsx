import { useWords } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Switch } from '../ui/Switch.tsx';
import styles from './SandboxControls.module.css';
import type { Control } from './use-control.ts';

/** What Podio may do to a program. */
export function TroubleControls({ control }: { control: Control }) {
  const { sandboxControls: words } = useWords();
  const { known, isPending, exhaust, slow, fail } = control;
  const waits = isPending || !known;
  return (
    <>
      <Button onClick={() => exhaust(true)}>{words.useUp}</Button>
      {known?.usedUp && <Button onClick={() => exhaust(false)}>{words.giveBack}</Button>}
      <Row label={words.slow} checked={known?.slow ?? false} onChange={slow} busy={waits} />
      <Row label={words.fail} checked={known?.failing ?? false} onChange={fail} busy={waits} />
    </>
  );
}

function Row(props: { label: string; checked: boolean; onChange: (on: boolean) => void; busy: boolean }) {
  return (
    <div className={styles.row}>
      <span aria-hidden="true">{props.label}</span>
      <Switch {...props} />
    </div>
  );
}
