export type { PodioQuery } from './call.ts';
export { type CallOptions, PodioClient, type PodioClientOptions, type PodioResponse } from './client.ts';
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
export { type AuthType, MemorySessionManager, type SessionManager, type SessionTokens } from './session-manager.ts';
