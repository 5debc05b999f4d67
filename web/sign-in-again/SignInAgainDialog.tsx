import type { Authentication } from '../../server/contract.ts';
import { useDisplayName } from '../api/remembered.ts';
import { useWords } from '../i18n/index.ts';
import { announce } from '../ui/Announcer.tsx';
import type { SignInAgainAsked } from '../ui/ask-to-sign-in-again.ts';
import Dialog from '../ui/Dialog.tsx';
import { AppTokenForm } from './AppTokenForm.tsx';
import { PasswordAgainForm } from './PasswordAgainForm.tsx';
import { PodioAgain } from './PodioAgain.tsx';

interface SignInAgainDialogProps {
  asked: SignInAgainAsked;
  authentication: Authentication;
}

/** What each form in the dialog is given. */
export interface AgainProps {
  authentication: Authentication;
  name: string;
  /** What the submitting button says. */
  submit: string;
  onSignedIn: () => void;
  onNotNow: () => void;
}

const forms = { app: AppTokenForm, password: PasswordAgainForm, authorization_code: PodioAgain };

/** Signs in again over the page: what was written there stays, and a call that only reads goes on afterwards. */
export default function SignInAgainDialog({ asked, authentication }: SignInAgainDialogProps) {
  const { signInAgain: words } = useWords();
  const name = useDisplayName(authentication);
  const Form = forms[authentication.method];
  const signedIn = () => {
    announce(words.done(name));
    asked.answer(true);
  };
  return (
    <Dialog title={words.title(name)} open onClose={() => asked.answer(false)}>
      <p>
        {words.ended} {asked.waits !== 'nothing' && words.kept}
      </p>
      <Form
        authentication={authentication}
        name={name}
        submit={asked.waits === 'read' ? words.submitAndSend : words.submit}
        onSignedIn={signedIn}
        onNotNow={() => asked.answer(false)}
      />
    </Dialog>
  );
}
