import { createEmbed } from '../embeds.ts';
import { renderEmbed } from '../render/embed.ts';
import type { Router } from '../router.ts';

/** Links. The sandbox does not look where they lead: nothing leaves this machine. @see https://developers.podio.com/doc/embeds */
export function embedOperations(route: Router): void {
  route.post('/embed', (call) => ({ ...renderEmbed(createEmbed(call.body.url, call.store)), files: [] }));
}
