import { randomBytes } from 'node:crypto';
import { BoundedMap } from '../bounded-map.ts';

/** A browser in which somebody signed in to the sandbox. */
export interface SignInSession {
  userId: number;
  /** Stands in each form, so that no other site can press Allow. */
  formToken: string;
}

/** Podio's own login, as far as its authorize page needs one. */
export class SignInSessions {
  readonly #sessions = new BoundedMap<string, SignInSession>(1000);

  /** @returns the value of the session's cookie */
  start(userId: number): string {
    const id = randomBytes(16).toString('base64url');
    this.#sessions.set(id, { userId, formToken: randomBytes(16).toString('base64url') });
    return id;
  }

  find(id: string | undefined): SignInSession | undefined {
    return id === undefined ? undefined : this.#sessions.get(id);
  }

  end(id: string | undefined): void {
    if (id !== undefined) this.#sessions.delete(id);
  }
}
