import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import { reachApp } from '../access.ts';
import type { Call } from '../call.ts';
import { invalidReference, invalidValue } from '../errors.ts';
import { readUpload, storeFile } from '../files/upload.ts';
import { announce } from '../hooks/announce.ts';
import { paging } from '../query.ts';
import { reachFile, reachReference } from '../reach-reference.ts';
import { renderFile } from '../render/file.ts';
import type { Router } from '../router.ts';
import type { StoredFile } from '../store.ts';
import { isInteger } from '../values.ts';

/** Bytes of one file. */
const mostFileBytes = 100 * 1024 * 1024;

/** Makes forms with files readable in this scope. */
export async function readUploads(app: FastifyInstance): Promise<void> {
  await app.register(multipart, { limits: { fileSize: mostFileBytes, files: 1, fields: 20 } });
}

/** @see https://developers.podio.com/doc/files */
export function fileOperations(route: Router): void {
  for (const path of ['/file', '/file/v2']) route.post(path, async (call) => render(call, storeFile(call, await readUpload(call.request))));

  route.get('/file/:file_id', (call) => render(call, reachFile(call, call.id('file_id'))));
  for (const path of ['/file/:file_id/raw', '/file/:file_id/raw/:size']) route.get(path, sendBytes);

  route.get('/file/app/:app_id', (call) => {
    const { appId } = reachApp(call, call.id('app_id'));
    const { limit, offset } = paging(call.query, 20, 500);
    return [...call.store.files.values()]
      .filter((file) => appOf(call, file) === appId)
      .slice(offset, offset + limit)
      .map((file) => render(call, file));
  });

  route.put('/file/:file_id', (call) => {
    const file = reachFile(call, call.id('file_id'), 'write');
    const { description } = call.body;
    if (typeof description !== 'string' && description !== null) throw invalidValue(description, 'must be string');
    file.description = description;
    return undefined;
  });

  route.post('/file/:file_id/attach', attach);
  route.post('/file/:file_id/copy', copy);
  route.post('/file/:file_id/replace', replace);

  route.delete('/file/:file_id', (call) => {
    const { fileId } = reachFile(call, call.id('file_id'), 'delete');
    call.store.files.delete(fileId);
    call.store.markDeleted('file', fileId);
    for (const item of call.store.items.values())
      if (item.fileIds.includes(fileId)) item.fileIds = item.fileIds.filter((id) => id !== fileId);
    return undefined;
  });
}

const render = (call: Call, file: StoredFile) => renderFile(file, call.state.origin, call.store);

/**
 * The bytes. `filename=` is there so that Ruby's client does not parse a stored JSON file, and what is stored here may be anything, so
 * that a browser gets it as a download and runs none of it.
 */
function sendBytes(call: Call) {
  const { name, mimetype, bytes } = reachFile(call, call.id('file_id'));
  const plain = name.replace(/[^\x20-\x7e]|["\\]/g, '_');
  return call.reply
    .headers({
      'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeRfc5987(name)}`,
      'content-length': String(bytes.length),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
    })
    .type(mimetype)
    .send(bytes);
}

const encodeRfc5987 = (text: string): string =>
  encodeURIComponent(text).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);

function attach(call: Call): undefined {
  const file = reachFile(call, call.id('file_id'), 'write');
  const { ref_type: type, ref_id: id } = call.body;
  if (typeof type !== 'string') throw invalidValue(type, 'must be string');
  if (!isInteger(id)) throw invalidValue(id, 'must be integer');
  const ref = reachReference(call, { type, id }, 'write', ['item', 'task', 'comment', 'space', 'app']);
  file.attachedTo = ref;
  const holder =
    type === 'item'
      ? call.store.items.get(id)
      : type === 'task'
        ? call.store.tasks.get(id)
        : type === 'comment'
          ? call.store.comments.get(id)
          : undefined;
  if (holder && !holder.fileIds.includes(file.fileId)) holder.fileIds = [...holder.fileIds, file.fileId];
  announce(call, 'file.change', ref, { file_id: file.fileId });
  return undefined;
}

function copy(call: Call) {
  const { name, mimetype, bytes } = reachFile(call, call.id('file_id'));
  return { file_id: storeFile(call, { name, mimetype, bytes }).fileId };
}

/** Puts a new file in the place of an old one. */
function replace(call: Call): undefined {
  const file = reachFile(call, call.id('file_id'), 'write');
  const { old_file_id: oldId } = call.body;
  if (!isInteger(oldId)) throw invalidValue(oldId, 'must be integer');
  if (!call.store.files.has(oldId)) throw invalidReference(`file with id ${oldId}`);
  const old = reachFile(call, oldId, 'write');
  file.replaces = [...file.replaces, oldId];
  file.attachedTo = old.attachedTo;
  for (const holders of [call.store.items, call.store.tasks, call.store.comments])
    for (const holder of holders.values())
      if (holder.fileIds.includes(oldId)) holder.fileIds = holder.fileIds.map((id) => (id === oldId ? file.fileId : id));
  old.attachedTo = null;
  return undefined;
}

function appOf({ store }: Call, { attachedTo }: StoredFile): number | undefined {
  if (attachedTo?.type === 'app') return attachedTo.id;
  return attachedTo?.type === 'item' ? store.items.get(attachedTo.id)?.appId : undefined;
}
