import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

/** Bytes, a `Blob` or `File`, or the path of a file on this machine. */
export type UploadFile = Blob | Uint8Array<ArrayBuffer> | string;

/** The form of an upload. `source` comes first, as in Podio's own clients. @see https://developers.podio.com/doc/files/upload-file-1004361 */
export async function uploadForm(file: UploadFile, filename?: string): Promise<FormData> {
  const name = filename ?? (typeof file === 'string' ? basename(file) : 'name' in file ? String(file.name) : undefined);
  if (!name) throw new TypeError('filename is missing: bytes have no name of their own.');
  const blob = file instanceof Blob ? file : new Blob([typeof file === 'string' ? await readFile(file) : file]);
  const form = new FormData();
  form.append('source', blob, name);
  form.append('filename', name);
  return form;
}
