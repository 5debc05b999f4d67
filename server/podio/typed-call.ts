import { type PodioQuery, queryText } from './query.ts';

/** One call to Podio's API, and of what form its answer is. Plain data: `PodioClient` makes it, and so do the React hooks. */
export interface Call<Answer> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path and query, beginning with `/`. */
  readonly path: string;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Never there: it carries the type of the answer. */
  readonly answer?: Answer;
}

/** A call that changes nothing at Podio. */
export interface Read<Answer> extends Call<Answer> {
  readonly method: 'GET' | 'POST';
  readonly reads: true;
}

/** Makes typed calls; the options are the last argument of each. */
export type MakeCall = <Answer>(call: Call<Answer>, options?: { signal?: AbortSignal }) => Promise<Answer>;

/** A value as one segment of a path. */
export function segment(value: string | number): string {
  return encodeURIComponent(value);
}

export function withQuery(path: string, query: PodioQuery | undefined): string {
  const text = query ? queryText(query) : '';
  return text === '' ? path : `${path}?${text}`;
}
