import { expect, test } from '../fixtures.ts';
import { expectNoAxeViolations } from '../support/axe.ts';
import {
  expectNoSidewaysScroll,
  expectRoomForLargeText,
  expectStillness,
  expectTabStopsInSight,
  expectTellableInForcedColours,
} from './checks.ts';
import { screens } from './index.ts';
import { hardest, nameOf, others, plain, show } from './looks.ts';

/** All looks of each screen, in place of the two that are furthest apart: `npm run test:all`. */
const everyLook = process.env.EVERY_LOOK === '1';

/** Pixels that no page is higher than, thirty items on a telephone included. */
const wholePage = 8000;

/** Each part that forced colours could hide is on one of these. */
const inForcedColours = ['explorer-answered', 'switcher-open'];

for (const screen of screens.filter(({ more }) => everyLook || !more)) {
  test(`the screen ${screen.name} is in order`, async ({ page, product, trouble }) => {
    if (everyLook) test.slow();
    if (screen.trouble) trouble.declare(screen.trouble);
    await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: plain.theme });
    await screen.open(page, product);
    await expect(page).toHaveTitle(screen.title);
    await expect(page.getByRole('heading', { level: 1, includeHidden: true })).toHaveCount(1);
    await test.step(nameOf(plain), async () => {
      await expectNoAxeViolations(page);
      await expectRoomForLargeText(page);
      await expectStillness(page);
      if (everyLook || inForcedColours.includes(screen.name)) await expectTellableInForcedColours(page);
    });

    await test.step(nameOf(hardest), async () => {
      await show(page, hardest);
      await expect(page).toHaveTitle(/ – Podio Keyring$/);
      await expect(page.getByRole('heading', { level: 1, includeHidden: true })).toHaveCount(1);
      await expectNoSidewaysScroll(page);
      await expectTabStopsInSight(page);
      // All of the page at once: what the bar at the bottom covers can be scrolled to, and axe does not scroll.
      await show(page, hardest, wholePage);
      await expectNoAxeViolations(page);
    });

    for (const look of everyLook ? others : []) {
      await test.step(nameOf(look), async () => {
        await show(page, look, look.width === 1280 ? undefined : wholePage);
        await expectNoSidewaysScroll(page);
        await expectNoAxeViolations(page);
      });
    }
  });
}
