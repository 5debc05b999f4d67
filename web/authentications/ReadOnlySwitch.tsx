import { useWords } from '../i18n/index.ts';
import { useSetReadOnly } from '../react/use-set-read-only.ts';
import { announce } from '../ui/Announcer.tsx';
import { Switch } from '../ui/Switch.tsx';
import type { Row } from './use-rows.ts';

/** Keeps one from changing anything in Podio, enforced by the token handler; Podio itself cannot narrow an app token. */
export function ReadOnlySwitch({ row: { authentication, name } }: { row: Row }) {
  const { authentications, common } = useWords();
  const { readOnly: words } = authentications;
  const { mutate, isPending, variables, error } = useSetReadOnly();
  const { id, ref, readOnly } = authentication;
  const set = (next: boolean) => mutate({ id, readOnly: next }, { onSuccess: () => announce(next ? words.on(name) : words.off(name)) });
  return (
    <>
      <Switch
        label={words.of(common.named(authentication.name, ref))}
        checked={isPending ? variables.readOnly : readOnly}
        busy={isPending}
        onChange={set}
      />
      {error && (
        <p role="alert" className="small">
          {words.failed(error.message)}
        </p>
      )}
    </>
  );
}
