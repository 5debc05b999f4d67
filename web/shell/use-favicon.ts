import { useEffect } from 'react';
import { type Hue, letterOf, useHue } from '../ui/identity.ts';
import { whenIdle } from '../ui/use-idle.ts';

/** Ink and ground of each hue: the tab strip knows neither our tokens nor our theme. */
const colours: Record<Hue, [ink: string, ground: string]> = {
  rose: ['#9d3f53', '#ffe5e8'],
  orange: ['#9b471b', '#ffe7dd'],
  amber: ['#8c5600', '#f9ead7'],
  green: ['#2b7532', '#e1f3e1'],
  teal: ['#007873', '#d7f4f1'],
  sky: ['#006c9f', '#daf1fe'],
  indigo: ['#505ba9', '#e7ecff'],
  violet: ['#794c98', '#f3e8fc'],
};

/** The tab shows who it acts as: letter, hue and shape of the tile. The one before stays until the next is there. */
export function useFavicon(authId: string | undefined, name: string | undefined): void {
  const hue = useHue(authId ?? '');
  useEffect(() => {
    if (authId === undefined || name === undefined) return show(undefined);
    // The page itself comes first: the browser draws the image in the same process, as a document of its own.
    return whenIdle(() => show(tileImage(authId, name, hue)));
  }, [authId, name, hue]);
  useEffect(() => () => show(undefined), []);
}

/** The page's own icon, once another has taken its place. */
let own: string | undefined;

function show(image: string | undefined): void {
  const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  if (!link) return;
  own ??= link.href;
  const next = image ?? own;
  if (link.href !== next) link.href = next;
}

function tileImage(authId: string, name: string, hue: Hue): string {
  const [ink, ground] = colours[hue];
  const radius = authId.startsWith('user-') ? 16 : 7;
  const letter = letterOf(name).replace(/[<&>]/g, '?');
  return `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="${radius}" fill="${ground}" stroke="${ink}"/>` +
      `<text x="16" y="23" text-anchor="middle" font-family="system-ui,sans-serif" font-size="20" font-weight="700" fill="${ink}">${letter}</text></svg>`,
  )}`;
}
