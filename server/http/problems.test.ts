import { describe, expect, it } from 'vitest';
import type { ProblemCode } from '../contract.ts';
import { ProblemError, problemStatus, problemType } from './problems.ts';

/** As the contract has them. */
const statuses: Record<ProblemCode, number> = {
  bad_request: 400,
  invalid_credentials: 401,
  second_factor_required: 401,
  unknown_authentication: 401,
  authentication_expired: 401,
  access_denied: 403,
  state_mismatch: 403,
  method_disabled: 403,
  cross_site: 403,
  forbidden_path: 403,
  not_found: 404,
  app_token_hidden: 403,
  keyring_full: 409,
  payload_too_large: 413,
  unsupported_media_type: 415,
  read_only: 403,
  not_allowed: 403,
  too_many_attempts: 429,
  podio_unreachable: 502,
  podio_error: 502,
  client_rejected: 502,
  podio_timeout: 504,
  store_unavailable: 503,
  internal_error: 500,
};
const codes = Object.keys(statuses) as ProblemCode[];

describe('a problem', () => {
  it.each(Object.entries(statuses) as [ProblemCode, number][])('%s is a %i', (code, status) => {
    expect(problemStatus(code)).toBe(status);
    expect(new ProblemError(code, 'Why.').toProblem()).toMatchObject({ type: `/problems/${code}`, code, status, detail: 'Why.' });
  });

  it('has a title of its own for each code', () => {
    const titles = codes.map((code) => new ProblemError(code, '').toProblem().title);
    expect(new Set(titles).size).toBe(codes.length);
    for (const title of titles) expect(title).toMatch(/^[A-Z][\w '-]{6,}$/);
  });

  it('may have a status of its own, a wait and a cause, and is told apart in a log', () => {
    const cause = new Error('why');
    const problem = new ProblemError('bad_request', 'Too large.', { status: 431, retryAfterSeconds: 3, cause });
    expect(problem).toMatchObject({ name: 'ProblemError', message: 'bad_request: Too large.', status: 431, retryAfterSeconds: 3, cause });
    expect(problem.toProblem()).toMatchObject({ status: 431, code: 'bad_request' });
    expect(new ProblemError('bad_request', '').retryAfterSeconds).toBeUndefined();
  });

  it('names its request where it is no fault of the caller’s, from 500 on', () => {
    const named = (status: number, requestId?: string) => new ProblemError('bad_request', '', { status }).toProblem(requestId).instance;
    expect([named(499, 'r-1'), named(500, 'r-1'), named(503, 'a/b'), named(500)]).toEqual([
      undefined,
      '/requests/r-1',
      '/requests/a%2Fb',
      undefined,
    ]);
  });

  it('is of the type of problems (RFC 9457)', () => {
    expect(problemType).toBe('application/problem+json; charset=utf-8');
  });

  it('keeps all cookies that it is given, in their order', () => {
    const problem = new ProblemError('bad_request', '');
    expect(problem.cookies).toEqual([]);
    expect(problem.withCookies(['a=1', 'b=2']).withCookies(['c=3']).cookies).toEqual(['a=1', 'b=2', 'c=3']);
  });
});
