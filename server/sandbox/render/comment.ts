import { formatDateTime } from '../clock.ts';
import type { FieldContext } from '../fields/field-type.ts';
import type { StoredComment } from '../store.ts';
import { renderByline, renderCreation } from './byline.ts';
import { renderEmbed } from './embed.ts';
import { renderFileMini } from './file.ts';

/** @see https://developers.podio.com/doc/comments */
export function renderComment(comment: StoredComment, { store, origin }: FieldContext) {
  const embed = comment.embedId === null ? undefined : store.embeds.get(comment.embedId);
  return {
    comment_id: comment.commentId,
    value: comment.value,
    rich_value: comment.value,
    external_id: comment.externalId,
    ref: comment.ref,
    files: comment.fileIds.flatMap((id) => {
      const file = store.files.get(id);
      return file ? [renderFileMini(file, origin)] : [];
    }),
    embed: embed ? renderEmbed(embed) : null,
    embed_file: null,
    questions: [],
    ...renderCreation(comment.createdOn, comment.createdBy, store),
    user: renderByline(comment.createdBy.ref, store),
    last_edit_on: comment.lastEditOn === null ? null : formatDateTime(comment.lastEditOn),
    like_count: 0,
    is_liked: false,
    rights: ['view', 'update', 'delete', 'rate'],
  };
}
