import { readdirSync, writeFileSync } from 'node:fs';
import { screens } from '../screens/index.ts';
import { nameOf } from '../screens/looks.ts';
import { folder, looks } from './folder.ts';

/** One page with every picture there is, a screen a row. */
export default function writeIndex(): void {
  const pictures = new Set(readdirSync(folder));
  const rows = screens.map(({ name }) => {
    const files = looks.map((look) => `${name}-${nameOf(look)}.png`).filter((file) => pictures.has(file));
    return `<h2 id="${name}">${name}</h2>\n<p>${files.map((file) => `<a href="${file}"><img src="${file}" alt="${file}" loading="lazy"></a>`).join('\n')}</p>`;
  });
  writeFileSync(`${folder}index.html`, page(rows.join('\n')));
  console.log(`\n${pictures.size} pictures: gallery/index.html`);
}

const page = (rows: string) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Every screen of Podio Keyring</title>
<style>
  body { font: 15px/1.5 system-ui; margin: 2rem; background: #eef1f4; color: #192029 }
  p { display: flex; flex-wrap: wrap; gap: 1rem; margin: 0 }
  img { display: block; height: 24rem; border: 1px solid #c4cad1; object-fit: cover; object-position: top }
  img[alt*='-1280'] { width: 38rem }
  img[alt*='-390'] { width: 12rem }
</style>
<h1>Every screen of Podio Keyring</h1>
${rows}
</html>
`;
