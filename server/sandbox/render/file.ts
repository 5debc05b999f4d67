import { formatDateTime } from '../clock.ts';
import type { Store, StoredFile } from '../store.ts';
import { renderByline, renderVia } from './byline.ts';
import { renderPush } from './push.ts';

/** A file as it stands inside items and comments. Its links lead to the sandbox itself. */
export function renderFileMini({ fileId, name, mimetype, bytes, description }: StoredFile, origin: string) {
  const link = `${origin}/file/${fileId}/raw`;
  return {
    file_id: fileId,
    name,
    mimetype,
    size: bytes.length,
    link,
    thumbnail_link: mimetype.startsWith('image/') ? link : null,
    perma_link: null,
    description,
    hosted_by: 'podio',
    hosted_by_humanized_name: 'Podio',
    link_target: '_blank',
  };
}

/** @see https://developers.podio.com/doc/files/get-file-22451 */
export function renderFile(file: StoredFile, origin: string, store: Store) {
  return {
    ...renderFileMini(file, origin),
    external_file_id: null,
    created_on: formatDateTime(file.createdOn),
    created_by: renderByline(file.createdBy.ref, store),
    created_via: renderVia(file.createdBy),
    rights: ['view', 'download', 'update', 'delete'],
    replaces: file.replaces,
    presence: { ref_type: 'file', ref_id: file.fileId, user_id: file.createdBy.ref.id, signature: 'sandbox' },
    push: renderPush(`/file/${file.fileId}`),
    context: file.attachedTo,
  };
}
