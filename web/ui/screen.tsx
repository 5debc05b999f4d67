import { type ComponentType, lazy } from 'react';

/** A screen's code could not be fetched: the server is away, or was replaced by a newer one. */
export class ScreenNotLoadedError extends Error {
  override name = 'ScreenNotLoadedError';
}

/** A screen that arrives when it is first shown. */
export function screen(load: () => Promise<{ default: ComponentType }>) {
  return lazy(async () => {
    try {
      return await load();
    } catch (cause) {
      throw new ScreenNotLoadedError('A part of this page could not be loaded.', { cause });
    }
  });
}
