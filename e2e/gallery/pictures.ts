import { test } from '../fixtures.ts';
import { screens } from '../screens/index.ts';
import { nameOf, show } from '../screens/looks.ts';
import { folder, looks } from './folder.ts';

for (const screen of screens) {
  test(screen.name, async ({ page, product, trouble }) => {
    if (screen.trouble) trouble.declare(screen.trouble);
    await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
    await screen.open(page, product);
    for (const look of looks) {
      await show(page, look, look.width === 1280 ? 800 : 844);
      await page.screenshot({ path: `${folder}${screen.name}-${nameOf(look)}.png`, fullPage: true, animations: 'disabled' });
    }
  });
}
