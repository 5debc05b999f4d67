import { bodyWithoutSecrets, pathWithoutSecrets } from '../api/secrets.ts';

/** A call being written. One a tab: it stays across switches, reloads and signing in again. */
export interface Draft {
  method: string;
  /** Path and query. */
  path: string;
  body: string;
  /** Which part of the request is looked at. */
  tab: 'parameters' | 'body' | 'notes';
}

interface KeptDraft extends Draft {
  /** The query of the address that this draft stood under: under another one, the address wins. */
  address: string;
}

export const methods = ['GET', 'POST', 'PUT', 'DELETE'] as const;
const key = 'keyring:draft';

/** Whether a method carries a body here. */
export const hasBody = (method: string): boolean => method === 'POST' || method === 'PUT';

/** Method and path as an address has them; undefined where it names no path. Bodies are never in an address. */
export function callInAddress(search: string): { method: string; path: string } | undefined {
  const query = new URLSearchParams(search);
  const path = query.get('path');
  if (path === null) return undefined;
  const method = query.get('method')?.toUpperCase() ?? '';
  return { method: methods.find((known) => known === method) ?? 'GET', path };
}

/** The query of the address for a draft, with its `?`. What is named like a secret does not go there. */
export const addressOf = ({ method, path }: Pick<Draft, 'method' | 'path'>): string =>
  `?${new URLSearchParams({ method, path: pathWithoutSecrets(path) })}`;

/**
 * What to begin with: the draft of this tab, where it belongs to this address or the address names no call; else the
 * call of the address, with the body that the link brought (`linked`) or the one last written.
 */
export function startDraft(search: string, linked: string | undefined, first: { method: string; path: string }): Draft {
  const kept = readDraft();
  const asked = callInAddress(search);
  if (kept && (!asked || kept.address === search) && linked === undefined) return withoutAddress(kept);
  const call = asked ?? first;
  const body = linked ?? kept?.body ?? '';
  return { ...call, body, tab: linked !== undefined && hasBody(call.method) ? 'body' : (kept?.tab ?? 'parameters') };
}

export function keepDraft(draft: Draft, address: string): void {
  const kept: KeptDraft = { ...draft, path: pathWithoutSecrets(draft.path), body: bodyWithoutSecrets(draft.body), address };
  try {
    sessionStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // Storage is forbidden or full: the draft lives as long as the page.
  }
}

function readDraft(): KeptDraft | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(key) ?? 'null') as KeptDraft | null;
    return kept && typeof kept.path === 'string' && typeof kept.body === 'string' ? kept : undefined;
  } catch {
    return undefined; // forbidden, or not ours: as if nothing had been written
  }
}

const withoutAddress = ({ method, path, body, tab }: KeptDraft): Draft => ({ method, path, body, tab });
