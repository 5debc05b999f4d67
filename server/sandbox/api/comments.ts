import type { Call } from '../call.ts';
import { createEmbed } from '../embeds.ts';
import { invalidReference, invalidValue } from '../errors.ts';
import { announce } from '../hooks/announce.ts';
import { readFileIds } from '../items/write-item.ts';
import { notifyAbout } from '../notify.ts';
import { paging } from '../query.ts';
import { reachComment, reachReference } from '../reach-reference.ts';
import { renderComment } from '../render/comment.ts';
import type { Router } from '../router.ts';
import type { StoredComment } from '../store.ts';
import { isInteger } from '../values.ts';
import { contextOf } from './items.ts';

/** @see https://developers.podio.com/doc/comments */
export function commentOperations(route: Router): void {
  route.get('/comment/:ref_type/:ref_id', (call) => {
    const ref = reachReference(call, { type: call.text('ref_type'), id: call.id('ref_id') }, 'read', ['item', 'task', 'space']);
    const { limit, offset } = paging(call.query, 100, 500);
    return [...call.store.comments.values()]
      .filter((comment) => comment.ref.type === ref.type && comment.ref.id === ref.id)
      .slice(offset, offset + limit)
      .map((comment) => renderComment(comment, contextOf(call)));
  });

  route.post('/comment/:ref_type/:ref_id', addComment);
  route.get('/comment/:comment_id', (call) => renderComment(reachComment(call, call.id('comment_id')), contextOf(call)));
  route.put('/comment/:comment_id', updateComment);
  route.delete('/comment/:comment_id', deleteComment);
}

function addComment(call: Call) {
  const ref = reachReference(call, { type: call.text('ref_type'), id: call.id('ref_id') }, 'write', ['item', 'task', 'space']);
  const written = readComment(call);
  const comment: StoredComment = {
    commentId: call.store.nextId('comment'),
    ref,
    externalId: null,
    fileIds: [],
    embedId: null,
    createdOn: call.now,
    createdBy: call.actor,
    lastEditOn: null,
    ...written,
  };
  call.store.comments.set(comment.commentId, comment);
  attach(call, comment);
  touch(call, comment);
  notifyAbout(call, 'comment', comment.value, ref);
  announce(call, 'comment.create', ref, { comment_id: comment.commentId });
  return renderComment(comment, contextOf(call));
}

function updateComment(call: Call) {
  const comment = reachComment(call, call.id('comment_id'), 'write');
  Object.assign(comment, readComment(call), { lastEditOn: call.now });
  attach(call, comment);
  return undefined;
}

function deleteComment(call: Call) {
  const comment = reachComment(call, call.id('comment_id'), 'delete');
  call.store.comments.delete(comment.commentId);
  call.store.markDeleted('comment', comment.commentId);
  announce(call, 'comment.delete', comment.ref, { comment_id: comment.commentId });
  return undefined;
}

function readComment(call: Call): Pick<StoredComment, 'value'> & Partial<StoredComment> {
  const { value, external_id: externalId, file_ids: fileIds, embed_id: embedId, embed_url: embedUrl } = call.body;
  if (typeof value !== 'string' || value.trim() === '') throw invalidValue(value, 'must be string');
  if (externalId !== undefined && externalId !== null && typeof externalId !== 'string') throw invalidValue(externalId, 'must be string');
  return {
    value,
    ...(externalId !== undefined && { externalId: externalId as string | null }),
    ...(fileIds !== undefined && { fileIds: readFileIds(fileIds, call) }),
    ...(embedId !== undefined && embedId !== null && { embedId: readEmbedId(call, embedId) }),
    ...(embedUrl !== undefined && embedUrl !== null && { embedId: createEmbed(embedUrl, call.store).embedId }),
  };
}

function readEmbedId({ store }: Call, embedId: unknown): number {
  if (!isInteger(embedId)) throw invalidValue(embedId, 'must be integer');
  if (!store.embeds.has(embedId)) throw invalidReference(`embed with id ${embedId}`);
  return embedId;
}

function attach({ store }: Call, { fileIds, commentId }: StoredComment): void {
  for (const id of fileIds) {
    const file = store.files.get(id);
    if (file) file.attachedTo ??= { type: 'comment', id: commentId };
  }
}

/** A comment moves its item up in lists by activity. */
function touch({ store, now }: Call, { ref }: StoredComment): void {
  const item = ref.type === 'item' ? store.items.get(ref.id) : undefined;
  if (item) item.lastEventOn = now;
}
