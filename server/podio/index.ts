export type { PodioQuery } from './call.ts';
export type { CallOptions } from './call-options.ts';
export { PodioClient, type PodioClientOptions, type PodioResponse } from './client.ts';
export { CookieSessionManager, type CookieSessionManagerOptions } from './cookie-session-manager.ts';
export type { Download } from './download.ts';
export {
  PodioAuthorizationError,
  PodioBadRequestError,
  PodioConflictError,
  PodioConnectionError,
  PodioError,
  type PodioErrorDetails,
  PodioForbiddenError,
  PodioGoneError,
  PodioInvalidClientError,
  PodioInvalidGrantError,
  PodioNotFoundError,
  PodioRateLimitError,
  PodioSecondFactorError,
  PodioServerError,
  PodioSubjectChangedError,
  PodioUnavailableError,
  PodioUnexpectedAnswerError,
} from './errors.ts';
export { FileSessionManager } from './file-session-manager.ts';
export { type RedisClient, RedisSessionManager, type RedisSessionManagerOptions } from './redis-session-manager.ts';
export { type AuthType, MemorySessionManager, type SessionManager, type SessionTokens } from './session-manager.ts';
export type { Call, Read } from './typed-call.ts';
export type * from './types.ts';
export type { UploadFile } from './upload.ts';
