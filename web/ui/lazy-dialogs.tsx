import { lazy, Suspense } from 'react';
import type { ConfirmDialogProps } from './ConfirmDialog.tsx';
import type { DialogProps } from './Dialog.tsx';

// Base UI's dialog arrives when the first one opens, not with the page.
const LazyDialog = lazy(() => import('./Dialog.tsx'));
const LazyConfirmDialog = lazy(() => import('./ConfirmDialog.tsx'));

export function Dialog(props: DialogProps) {
  return (
    <Suspense fallback={null}>
      <LazyDialog {...props} />
    </Suspense>
  );
}

/** Rendered exactly while the question stands. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  return (
    <Suspense fallback={null}>
      <LazyConfirmDialog {...props} />
    </Suspense>
  );
}
