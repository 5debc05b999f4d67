import { createEmbed } from '../embeds.ts';
import { invalidReference, invalidValue } from '../errors.ts';
import { renderEmbed } from '../render/embed.ts';
import { renderFileMini } from '../render/file.ts';
import { isObject } from '../values.ts';
import type { FieldType } from './field-type.ts';
import { containing } from './matchers.ts';
import { unwrapId } from './unwrap.ts';

interface EmbedValue {
  embedId: number;
  fileId: number | null;
  url: string;
}

/** Links: written as the ids of an embed and of its picture, or as an address, for which the embed is made. */
export const embed: FieldType<EmbedValue> = {
  several: () => true,
  parse(written, _field, { store }) {
    const source = isObject(written) && isObject(written.value) ? written.value : written;
    if (typeof source === 'string') return fromUrl(source, store);
    if (!isObject(source)) throw invalidValue(written, 'must be object');
    if (source.embed === undefined && source.url !== undefined) return fromUrl(source.url, store);
    const embedId = unwrapId(source.embed, 'embed_id');
    const found = embedId === undefined ? undefined : store.embeds.get(embedId);
    if (!found) throw embedId === undefined ? invalidValue(source.embed, 'must be integer') : invalidReference(`embed with id ${embedId}`);
    const fileId = source.file === undefined || source.file === null ? null : (unwrapId(source.file, 'file_id') ?? null);
    if (fileId !== null && !store.files.has(fileId)) throw invalidReference(`file with id ${fileId}`);
    return { embedId: found.embedId, fileId, url: found.url };
  },
  render({ embedId, fileId }, _field, { store, origin }) {
    const found = store.embeds.get(embedId);
    const file = fileId === null ? undefined : store.files.get(fileId);
    return { embed: found ? renderEmbed(found) : { embed_id: embedId }, file: file ? renderFileMini(file, origin) : null };
  },
  text: ({ url }) => url,
  matcher: (wanted) => containing(wanted, ({ url }: EmbedValue) => url),
};

function fromUrl(url: unknown, store: Parameters<typeof createEmbed>[1]): EmbedValue {
  const { embedId, url: address } = createEmbed(url, store);
  return { embedId, fileId: null, url: address };
}
