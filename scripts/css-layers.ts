import type { Plugin } from 'vite';

/** Weakest first: what stands in a later layer wins, whatever the order in which the files arrive. */
const layers = ['reset', 'tokens', 'base', 'components', 'utilities'];

/**
 * States the order of the cascade layers at the top of every stylesheet. The order counts where a layer is first named,
 * and a screen's own stylesheet may arrive before the common one.
 */
export function cssLayers(): Plugin {
  return {
    name: 'css-layers',
    enforce: 'pre',
    transform: { filter: { id: /\.css$/ }, handler: (code) => ({ code: `@layer ${layers.join(', ')};\n${code}`, map: null }) },
  };
}
