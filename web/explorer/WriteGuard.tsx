import { useWords } from '../i18n/index.ts';
import { ConfirmDialog } from '../ui/lazy-dialogs.tsx';
import type { ExplorerState } from './use-explorer.ts';

/** Asks before a call that changes something: before every DELETE, and before POST and PUT outside the sandbox. */
export function WriteGuard({ explorer, name }: { explorer: ExplorerState; name: string }) {
  const { explorer: words } = useWords();
  const { asking, confirm, dismiss, draft } = explorer;
  if (!asking) return null;
  const path = draft.path.trim();
  return (
    <ConfirmDialog
      title={words.guard.title(asking.method, name)}
      confirm={words.guard.confirm(asking.method)}
      onConfirm={confirm}
      onCancel={dismiss}
    >
      {words.guard.text(asking.method, path)} {asking.path !== path && words.guard.quiet}
    </ConfirmDialog>
  );
}
