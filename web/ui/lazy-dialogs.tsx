import { lazyPart } from './lazy-part.tsx';

// Base UI's dialog arrives when the first one opens, or when the page is idle; not with the page.
export const Dialog = lazyPart(() => import('./Dialog.tsx'));

/** Rendered exactly while the question stands. */
export const ConfirmDialog = lazyPart(() => import('./ConfirmDialog.tsx'));
