/** What the person chose to ask Podio for. */
export interface PermissionsChoice {
  kind: 'all' | 'read' | 'own';
  /** Text of the own choice; kept while another is chosen. */
  own: string;
}

const scopes = { all: 'global:all', read: 'global:read' };
/** Podio's documentation: https://developers.podio.com/authentication/scopes; the length is the token handler's. */
const longestScope = 100;

/** The choice that is the server's default. */
export function startChoice(defaultScope: string): PermissionsChoice {
  if (defaultScope === scopes.all) return { kind: 'all', own: '' };
  if (defaultScope === scopes.read) return { kind: 'read', own: '' };
  return { kind: 'own', own: defaultScope };
}

export const scopeOf = ({ kind, own }: PermissionsChoice): string => (kind === 'own' ? own.trim().replace(/\s+/g, ' ') : scopes[kind]);

/** Why a choice cannot be sent; undefined where it can. */
export function scopeProblem(choice: PermissionsChoice, words: { notAScope: string; tooLong: string }): string | undefined {
  const scope = scopeOf(choice);
  if (!/^[\w-]+:\w+( [\w-]+:\w+)*$/.test(scope)) return words.notAScope;
  return scope.length > longestScope ? words.tooLong : undefined;
}
