import type { QueryClient } from '@tanstack/react-query';
import { queryKeys } from '../react/index.ts';

/** The email address of a person, where an answer that this tab still has told it; no call is spent to learn it. */
export function knownEmail(client: QueryClient, authId: string): string | undefined {
  const answers = client.getQueriesData<{ call?: { path: string }; answer?: unknown; json?: unknown }>({ queryKey: queryKeys.as(authId) });
  for (const [, data] of answers) {
    const answer = (data?.answer ?? data) as { call?: { path: string }; json?: { mail?: unknown; user?: { mail?: unknown } } } | undefined;
    if (!answer?.call || !/^\/user(?:\/status)?\/?(?:\?|$)/.test(answer.call.path)) continue;
    const mail = answer.json?.user?.mail ?? answer.json?.mail;
    if (typeof mail === 'string' && mail.includes('@')) return mail;
  }
  return undefined;
}
