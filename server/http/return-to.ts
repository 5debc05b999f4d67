import { ProblemError } from './problems.ts';

const paths = /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/;

/**
 * Checks a path of this app that a sign-in leads to. A browser reads `//host`, `/\host` and tabs or newlines in between as another
 * origin, so only printable ASCII without a backslash is taken, and what the browser's own parser makes of it must stay here.
 *
 * @throws {ProblemError} `bad_request`
 * @see https://www.rfc-editor.org/rfc/rfc9700#section-4.11
 */
export function checkReturnTo(returnTo: string | undefined, publicUrl: string): string | undefined {
  if (returnTo === undefined) return undefined;
  const parsed = paths.test(returnTo) && URL.canParse(returnTo, publicUrl) ? new URL(returnTo, publicUrl) : undefined;
  if (!parsed || parsed.origin !== publicUrl || parsed.pathname.startsWith('//'))
    throw new ProblemError('bad_request', 'returnTo must be a path of this app, such as /as/user-1.');
  return returnTo;
}
