import type { Entry, HeldTokens } from '../authentication.ts';
import type { Sealer } from '../seal.ts';

/**
 * The version of the form in which a store holds entries and tokens, bound into each seal: what has another does not open here, and counts
 * as absent. Members that are not known are passed over, so that a newer instance may add some while older ones still run.
 */
const formVersion = 1;

/** An entry, and beside its tokens the whole name and scope. */
export interface StoredAuthentication {
  readonly entry: Entry;
  readonly held: HeldTokens;
}

/** Seals for one place, so that what lies in another does not open here. */
export interface StoredForm {
  sealEntry(entry: Entry): string;
  openEntry(sealed: string, id: string): Entry | undefined;
  seal(what: StoredAuthentication): string;
  open(sealed: string, id: string): StoredAuthentication | undefined;
}

/** @param keyringId with the id of an authentication and the version it is what a value is bound to */
export function storedForm(sealer: Sealer, keyringId: string): StoredForm {
  const place = (kind: string, id: string) => `${kind} ${formVersion}\n${keyringId}\n${id}`;
  const seal = (value: object, kind: string, id: string) => sealer.seal(Buffer.from(JSON.stringify(value)), place(kind, id));
  const open = <T>(sealed: string, kind: string, id: string): T | undefined => {
    const plain = sealer.open(sealed, place(kind, id));
    return plain && (JSON.parse(plain.toString()) as T);
  };

  return {
    sealEntry: (entry) => seal({ entry }, 'entry', entry.id),
    openEntry: (sealed, id) => open<{ entry: Entry }>(sealed, 'entry', id)?.entry,
    seal: (what) => seal(what, 'authentication', what.entry.id),
    open(sealed, id) {
      const value = open<StoredAuthentication>(sealed, 'authentication', id);
      return value && { entry: value.entry, held: value.held };
    },
  };
}

/** The digits before the first dot, and what follows it. */
export function splitStored(value: string | null | undefined): [number: string, sealed: string] | undefined {
  const at = value?.indexOf('.') ?? -1;
  return value && at > 0 ? [value.slice(0, at), value.slice(at + 1)] : undefined;
}
