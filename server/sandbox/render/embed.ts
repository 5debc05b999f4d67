import type { StoredEmbed } from '../store.ts';

/** A link, of which the sandbox knows no more than the address. */
export function renderEmbed({ embedId, url }: StoredEmbed) {
  const { hostname } = new URL(url);
  return {
    embed_id: embedId,
    original_url: url,
    resolved_url: url,
    url,
    hostname,
    title: hostname,
    description: null,
    type: 'link',
    embed_html: null,
    embed_width: null,
    embed_height: null,
  };
}
