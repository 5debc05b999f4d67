import type { PodioAnswer } from '../api/errors.ts';
import { prettyJson } from '../api/pretty-json.ts';
import { safeFileName } from '../ui/save-file.ts';

/** How an answer's body can be shown. */
export type ResponseText =
  | { kind: 'empty' }
  | { kind: 'redirect' }
  /** Not text: to be downloaded. */
  | { kind: 'binary'; contentType: string }
  | { kind: 'text'; text: string /** Only the beginning of it. */; isCut: boolean };

/** Above this a body is shown in part. */
const mostBytes = 1_000_000;
const shownCharacters = 200_000;

export function responseText(answer: PodioAnswer): ResponseText {
  if (answer.status === 0) return { kind: 'redirect' };
  if (answer.bytes === 0) return { kind: 'empty' };
  const contentType = headerOf(answer, 'content-type');
  if (answer.json === undefined && !isText(contentType)) return { kind: 'binary', contentType: contentType.split(';', 1)[0] ?? '' };
  if (answer.bytes > mostBytes) return { kind: 'text', text: answer.text.slice(0, shownCharacters), isCut: true };
  return { kind: 'text', text: answer.json === undefined ? answer.text : prettyJson(answer.text), isCut: false };
}

export const headerOf = ({ headers }: PodioAnswer, name: string): string => headers.find(([given]) => given === name)?.[1] ?? '';

const isText = (contentType: string) =>
  /^(?:text\/|application\/(?:json|xml|javascript|[\w.+-]+\+(?:json|xml))|image\/svg)/i.test(contentType);

/**
 * A name to save an answer under: the one Podio gave, without anything that a file system or a reader would take for
 * more than a name.
 */
export function fileNameOf(answer: PodioAnswer): string {
  const disposition = headerOf(answer, 'content-disposition');
  const extended = /filename\*\s*=\s*UTF-8''([^;]+)/i.exec(disposition)?.[1];
  const plain = /filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))/i.exec(disposition);
  const given = (extended && decoded(extended)) ?? plain?.[1] ?? plain?.[2] ?? '';
  return safeFileName(given) || (answer.json === undefined ? 'podio-answer' : 'podio-answer.json');
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined; // not encoded as it should be: the plain name counts
  }
}
