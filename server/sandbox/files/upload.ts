import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { Call } from '../call.ts';
import { ApiError, invalidRequest, noOperation } from '../errors.ts';
import type { StoredFile } from '../store.ts';
import { mimetypeOf } from './mimetype.ts';

type Upload = Pick<StoredFile, 'name' | 'mimetype' | 'bytes'>;

/** Bytes of all files together: they are kept in memory. */
const mostBytes = 256 * 1024 * 1024;

/**
 * Reads a form with `source`, the file, and `filename`, its name, in whichever order; every client sends the file first.
 *
 * @throws {ApiError} 404 in the recorded words where one of them is missing, 400 where the form ends before its end
 * @see https://developers.podio.com/doc/files/upload-file-1004361
 */
export async function readUpload(request: FastifyRequest): Promise<Upload> {
  let source: { bytes: Buffer; mimetype: string } | undefined;
  let filename: string | undefined;
  try {
    if (request.isMultipart())
      for await (const part of request.parts()) {
        if (part.type === 'file' && part.fieldname === 'source') source = await readSource(part);
        else if (part.type === 'file') await part.toBuffer();
        else if (part.fieldname === 'filename') filename = String(part.value);
      }
  } catch (error) {
    if (typeof (error as { statusCode?: unknown }).statusCode === 'number') throw error; // too large, or too many
    throw invalidRequest(`The form cannot be read: ${(error as Error).message}`); // its parser has no other word for one that breaks off
  }
  const missing = [...(source ? [] : ['source']), ...(filename ? [] : ['filename'])];
  if (!source || !filename) throw noOperation(`Missing parameters: ${missing.join(', ')}.`);
  return { name: filename, bytes: source.bytes, mimetype: chooseType(source.mimetype, filename) };
}

/** Ruby's client sends no type of its own (which reads as plain text), others that of any file: the name knows better then. */
function chooseType(sent: string, filename: string): string {
  const isVague = ['', 'text/plain', 'application/octet-stream'].includes(sent);
  return (isVague ? mimetypeOf(filename) : undefined) ?? (sent || 'application/octet-stream');
}

const readSource = async (part: MultipartFile) => ({
  bytes: await part.toBuffer(),
  mimetype: /^[\w.+-]+\/[\w.+-]+$/.exec(part.mimetype)?.[0] ?? '',
});

/** @throws {ApiError} 400 where there is no room left */
export function storeFile({ store, now, actor }: Call, upload: Upload): StoredFile {
  let used = upload.bytes.length;
  for (const { bytes } of store.files.values()) used += bytes.length;
  if (used > mostBytes)
    throw new ApiError(400, 'invalid_value', `The sandbox has no room left: it keeps at most ${mostBytes} bytes of files`);
  const file: StoredFile = {
    fileId: store.nextId('file'),
    ...upload,
    description: null,
    createdOn: now,
    createdBy: actor,
    attachedTo: null,
    replaces: [],
  };
  store.files.set(file.fileId, file);
  return file;
}
