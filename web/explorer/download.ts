import type { PodioAnswer } from '../api/errors.ts';
import { fileNameOf } from './response-text.ts';

/** Saves an answer's body as a file. Its type says nothing that a browser would open in this origin. */
export function download(answer: PodioAnswer): void {
  const body = (answer.raw ?? answer.text) as BlobPart;
  const url = URL.createObjectURL(new Blob([body], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileNameOf(answer);
  link.click();
  // The browser has to have taken the address up first.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
