import { expect, it } from 'vitest';
import * as podio from './index.ts';

it('the package exports the client, its session managers and every kind of error', () => {
  const { PodioClient, CookieSessionManager, FileSessionManager, MemorySessionManager, RedisSessionManager, ...errors } = podio;
  for (const exported of [PodioClient, CookieSessionManager, FileSessionManager, MemorySessionManager, RedisSessionManager])
    expect(exported).toBeTypeOf('function');
  expect(Object.keys(errors)).toEqual([
    'PodioAuthorizationError',
    'PodioBadRequestError',
    'PodioConflictError',
    'PodioConnectionError',
    'PodioError',
    'PodioForbiddenError',
    'PodioGoneError',
    'PodioInvalidClientError',
    'PodioInvalidGrantError',
    'PodioNotFoundError',
    'PodioRateLimitError',
    'PodioSecondFactorError',
    'PodioServerError',
    'PodioSubjectChangedError',
    'PodioUnavailableError',
    'PodioUnexpectedAnswerError',
  ]);
  for (const Kind of Object.values(errors)) {
    const error = new Kind('what went wrong', { status: 400, body: {}, url: 'https://api.podio.com/' });
    expect(error).toBeInstanceOf(podio.PodioError);
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ name: Kind.name, status: 400, body: {}, url: 'https://api.podio.com/' });
  }
});
