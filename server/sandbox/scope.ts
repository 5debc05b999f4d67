/** A permission on a kind of object, or on one such object. */
export interface ScopeGrant {
  type: ScopeType;
  /** One object only; without it all of the kind. */
  id: number | undefined;
  permission: Permission | 'all';
}

export type ScopeType = 'global' | 'user' | 'org' | 'space' | 'app';
export type Permission = 'read' | 'write' | 'delete';

/** An object that a scope can name, and what contains it: an app within its space within its organisation. */
export type ScopeTarget = { type: ScopeType; id?: number }[];

export const defaultScope = 'global:all';

const token = /^(global|user|org|space|app)(?:_(\d+))?:(read|write|delete|all)$/;

/**
 * Reads `type:permission`, several separated by spaces, each type optionally with the id of one object (`space_4001:read`).
 *
 * @returns undefined where it is no scope
 * @see https://developers.podio.com/authentication/scopes
 */
export function parseScope(text: string): ScopeGrant[] | undefined {
  const grants: ScopeGrant[] = [];
  for (const part of text.split(/\s+/).filter(Boolean)) {
    const match = token.exec(part);
    if (!match) return undefined;
    const [, type, id, permission] = match;
    if (id !== undefined && (type === 'global' || type === 'user')) return undefined;
    grants.push({
      type: type as ScopeType,
      id: id === undefined ? undefined : Number(id),
      permission: permission as ScopeGrant['permission'],
    });
  }
  return grants.length > 0 ? grants : undefined;
}

/**
 * Whether a scope reaches any of the objects: the thing itself or what contains it.
 * `global` reaches everything, the user's own account included (assumed: clients with the default scope read `/user/status`).
 */
export function permits(scope: readonly ScopeGrant[], target: ScopeTarget, permission: Permission): boolean {
  return scope.some(
    (grant) =>
      (grant.permission === 'all' || grant.permission === permission) &&
      (grant.type === 'global' || target.some(({ type, id }) => type === grant.type && (grant.id === undefined || grant.id === id))),
  );
}
