/** Keys of the cache. All that Podio answered begins with who asked, so that no identity ever sees another's rows. */
export const queryKeys = {
  config: ['config'] as const,
  keyring: ['keyring'] as const,
  authentication: (authId: string) => ['authentication', authId] as const,
  /** Everything one authentication was answered. */
  as: (authId: string) => ['as', authId] as const,
  call: (authId: string, method: string, path: string, body?: string) => ['as', authId, method, path, body ?? null] as const,
};
