import type { Method } from '../../server/contract.ts';
import { CookiesNotKeptError, ProblemError, UnreachableError } from '../api/errors.ts';
import type { Words } from '../i18n/index.ts';

/** What to say when a sign-in did not work. A full keyring has its own page. */
export function signInMessage({ signIn }: Words, error: Error, method: Method): string {
  const { problems } = signIn;
  if (error instanceof CookiesNotKeptError) return problems.cookies;
  if (error instanceof UnreachableError) return problems.server;
  if (!(error instanceof ProblemError)) return problems.other(error.message);
  switch (error.problem.code) {
    case 'invalid_credentials':
      return method === 'app' ? signIn.app.rejected : signIn.password.rejected;
    case 'second_factor_required':
      return problems.secondFactor;
    case 'too_many_attempts':
      return problems.tooManyAttempts(error.retryAfterSeconds);
    case 'client_rejected':
      return problems.clientRejected;
    case 'method_disabled':
      return problems.methodDisabled;
    case 'not_allowed':
      return problems.notAllowed;
    case 'podio_unreachable':
      return problems.unreachable;
    case 'podio_timeout':
      return problems.timeout;
    case 'podio_error':
      return problems.nonsense;
    case 'store_unavailable':
      return problems.store;
    default:
      return problems.other(error.problem.detail);
  }
}
