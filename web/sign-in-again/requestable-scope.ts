const asked = /^[a-z]+:[a-z]+(?: [a-z]+:[a-z]+)*$/;
const mostCharacters = 100;

/**
 * What to ask Podio for when an authentication is renewed: no more than it had. A granted scope that names objects
 * (`space_7:read`) is no request of ours; then Podio's page asks as at first.
 * @see https://developers.podio.com/authentication/scopes
 */
export function requestableScope(granted: string | null): string | undefined {
  return granted !== null && granted.length <= mostCharacters && asked.test(granted) ? granted : undefined;
}
