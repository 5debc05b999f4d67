import { useWords } from '../i18n/index.ts';
import { paths } from '../paths.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { addressOf, type Draft } from './draft.ts';

/** A link to this call under this authentication, to hand on: method and path, never a body or a credential. */
export function CopyLink({ authId, draft }: { authId: string; draft: Draft }) {
  const { link: words } = useWords().explorer;
  const { method } = draft;
  const link = () => location.origin + paths.explorer(authId) + addressOf({ method, path: draft.path.trim() });
  return (
    <CopyButton text={link} done={words.copied(method)} aria-label={words.copyThis}>
      {words.copy}
    </CopyButton>
  );
}
