import { describe, expect, it } from 'vitest';
import {
  errorFromAnswer,
  PodioAuthorizationError,
  PodioBadRequestError,
  PodioConflictError,
  PodioConnectionError,
  PodioError,
  PodioForbiddenError,
  PodioGoneError,
  PodioInvalidClientError,
  PodioInvalidGrantError,
  PodioNotFoundError,
  PodioRateLimitError,
  PodioServerError,
  PodioUnavailableError,
  PodioUnexpectedAnswerError,
  tokenExpired,
} from './errors.ts';
import { podioErrorBody } from './testing.ts';

const url = 'https://api.podio.com/item/1?fields=title';

describe('the kind of an error', () => {
  it.each([
    [400, 'invalid_value', PodioBadRequestError],
    [400, 'invalid_grant', PodioInvalidGrantError],
    [401, 'invalid_grant', PodioInvalidGrantError],
    [400, 'invalid_client', PodioInvalidClientError],
    [401, 'unauthorized_client', PodioInvalidClientError],
    [401, 'unauthorized', PodioAuthorizationError],
    [402, 'payment_required', PodioError],
    [403, 'forbidden', PodioForbiddenError],
    [403, 'invalid_grant', PodioForbiddenError],
    [404, 'not_found', PodioNotFoundError],
    [409, 'conflict', PodioConflictError],
    [410, 'gone', PodioGoneError],
    [415, 'unsupported', PodioError],
    [420, 'rate_limit', PodioRateLimitError],
    [429, 'rate_limit', PodioRateLimitError],
    [500, 'unexpected', PodioServerError],
    [501, 'unexpected', PodioServerError],
    [502, 'unavailable', PodioUnavailableError],
    [503, 'unavailable', PodioUnavailableError],
    [504, 'unavailable', PodioUnavailableError],
    [302, '', PodioUnexpectedAnswerError],
    [200, '', PodioUnexpectedAnswerError],
  ])('of %i %s', (status, error, Kind) => {
    const body = podioErrorBody(error, 'some text');
    const thrown = errorFromAnswer({ status, body, url });
    expect(thrown.constructor).toBe(Kind);
    expect(thrown).toMatchObject({ name: Kind.name, status, body, url });
    expect(thrown.message).toMatch(new RegExp(`^[A-Z][^(]{10,} \\(${status}`)); // a sentence for people
  });

  it.each([undefined, '', '<html>Bad gateway</html>', [], null, 7, { error: 5, error_description: {} }])(
    'goes by the status alone where the body is %j',
    (body) => {
      expect(errorFromAnswer({ status: 404, body, url })).toBeInstanceOf(PodioNotFoundError);
      expect(errorFromAnswer({ status: 400, body, url })).toBeInstanceOf(PodioBadRequestError);
    },
  );
});

describe('an error', () => {
  it('tells its cause, where it has one', () => {
    const cause = new Error('ECONNRESET');
    expect(new PodioError('lost', { cause }).cause).toBe(cause);
    expect(new PodioError('lost')).not.toHaveProperty('cause');
  });

  it('is no timeout unless it says so', () => {
    expect(new PodioConnectionError('lost').timedOut).toBe(false);
    expect(new PodioConnectionError('late', { timedOut: true }).timedOut).toBe(true);
  });
});

describe('the message of an error', () => {
  it.each([
    [299, false],
    [300, true],
    [307, true],
  ])('of %i speaks of a redirect: %s', (status, redirect) => {
    expect(errorFromAnswer({ status, body: '', url }).message.includes('redirect')).toBe(redirect);
  });

  it("says what is wrong, where, and quotes Podio's words", () => {
    const thrown = errorFromAnswer({ status: 404, body: podioErrorBody('not_found', 'Object not found'), url });
    expect(thrown.message).toBe('Podio has nothing there (404 not_found at /item/1): “Object not found”');
  });

  it('quotes all of what is not too long, without space around it', () => {
    const words = 'x'.repeat(300);
    expect(errorFromAnswer({ status: 400, body: podioErrorBody('', `\n${words} `), url }).message).toMatch(/: “x{300}”$/);
    expect(errorFromAnswer({ status: 400, body: podioErrorBody('', `${words}x`), url }).message).toMatch(/: “x{300}…”$/);
  });

  it('is one line of bounded length', () => {
    const thrown = errorFromAnswer({ status: 400, body: podioErrorBody('invalid_value', `a\r\nb${'x'.repeat(5000)}`), url });
    expect(thrown.message).toContain('“a bxx');
    expect(thrown.message).not.toMatch(/[\r\n]/);
    expect(thrown.message.length).toBeLessThan(500);
  });

  it('stands without any words of Podio', () => {
    expect(errorFromAnswer({ status: 503, body: undefined, url }).message).toBe('Podio is not available at the moment (503 at /item/1).');
  });
});

describe('the wait that Podio asks for', () => {
  const wait = (status: number, description: string, headers?: Record<string, string>) =>
    errorFromAnswer({ status, body: podioErrorBody('rate_limit', description), url, ...(headers && { headers }) }).retryAfterSeconds;

  it("is read from the 420's text", () => {
    expect(wait(420, 'You have hit the rate limit. Please wait 3600 seconds before trying again')).toBe(3600);
    expect(wait(429, 'Please wait 1 second')).toBe(1);
  });

  it('is read from Retry-After where it comes', () => {
    expect(wait(429, 'Wait 10 seconds', { 'retry-after': '17' })).toBe(17);
    expect(wait(503, '', { 'retry-after': '5' })).toBe(5);
  });

  it('is unknown where neither names it', () => {
    expect(wait(420, 'Slow down')).toBeUndefined();
    expect(errorFromAnswer({ status: 420, body: undefined, url }).retryAfterSeconds).toBeUndefined();
    for (const odd of ['soon', 'in 5', '5 minutes']) expect(wait(420, 'Slow down', { 'retry-after': odd })).toBeUndefined();
    expect(wait(400, 'wait 9 seconds')).toBeUndefined();
  });
});

describe('an expired token', () => {
  it.each([
    [401, podioErrorBody('unauthorized', 'expired_token'), true],
    [401, podioErrorBody('invalid_token', 'whatever'), true],
    [401, podioErrorBody('unauthorized', 'Please sign in'), false],
    [401, podioErrorBody('invalid_grant', ''), false],
    [401, undefined, false],
    [401, 'expired_token', false],
    [403, podioErrorBody('unauthorized', 'expired_token'), false],
    [400, podioErrorBody('invalid_token', 'expired_token'), false],
  ])('%i %j: %s', (status, body, expected) => {
    expect(tokenExpired(status, body)).toBe(expected);
  });
});
