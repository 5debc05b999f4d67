import { createStore, useStore } from '../api/store.ts';

const message = createStore('');

/** Says a result to screen readers. The same text twice in a row is said twice. In a task of its own: most is said while a page is drawn. */
export function announce(text: string): void {
  setTimeout(() => message.set(text === message.get() ? `${text}\u00a0` : text));
}

/** The one live region of the app; always in the DOM, so that changes to it are heard. */
export function Announcer() {
  return (
    <div role="status" className="visually-hidden">
      {useStore(message)}
    </div>
  );
}
