import { invalidValue } from './errors.ts';
import type { Store, StoredEmbed } from './store.ts';

/**
 * A link of which Podio would fetch title and picture. The sandbox fetches nothing: nothing leaves this machine.
 *
 * @throws {ApiError} 400 where it is no http address
 */
export function createEmbed(url: unknown, store: Store): StoredEmbed {
  if (typeof url !== 'string' || !URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) throw invalidValue(url, 'must be a URL');
  const known = [...store.embeds.values()].find((embed) => embed.url === url);
  if (known) return known;
  const embed = { embedId: store.nextId('embed'), url };
  store.embeds.set(embed.embedId, embed);
  return embed;
}
