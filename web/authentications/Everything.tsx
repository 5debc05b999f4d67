import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { forgetRemembered } from '../api/remembered.ts';
import { keepReserve } from '../api/reserve.ts';
import { keepTheme } from '../api/theme.ts';
import { keepLanguage, useWords } from '../i18n/index.ts';
import { paths } from '../paths.ts';
import { useSignOutOfEverything } from '../react/index.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/lazy-dialogs.tsx';
import { signedOutOfEverything } from '../ui/signed-out-state.ts';

/** Empties the keyring of this browser, after a question. */
export function Everything({ count }: { count: number }) {
  const { authentications: words, signOut } = useWords();
  const { everything } = words;
  const navigate = useNavigate();
  const { mutate, isPending, error, reset } = useSignOutOfEverything();
  const [asking, setAsking] = useState(false);
  const leave = () =>
    mutate(undefined, {
      onSuccess: () => {
        // Nothing about anyone stays in this browser; how it looks is nobody's secret and comes back.
        forgetRemembered();
        keepTheme();
        keepLanguage();
        keepReserve();
        navigate(paths.signIn(), { state: signedOutOfEverything });
      },
    });
  const ask = () => {
    reset();
    setAsking(true);
  };
  return (
    <div>
      <Button look="danger" onClick={ask}>
        {everything.button}
      </Button>
      {asking && (
        <ConfirmDialog
          title={everything.title}
          confirm={everything.confirm(count)}
          busy={isPending && signOut.busy}
          onConfirm={leave}
          onCancel={() => setAsking(false)}
        >
          {error ? signOut.failed(error.message) : everything.text(count)}
        </ConfirmDialog>
      )}
    </div>
  );
}
