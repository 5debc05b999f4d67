import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const contrast = 'color-contrast';

/**
 * Fails with what axe found and where. `only`: other colours change nothing but the contrast, another width everything
 * but it; contrast is half of axe's time.
 */
export async function expectNoAxeViolations(page: Page, only?: 'contrast' | 'structure'): Promise<void> {
  const rules = { 'label-content-name-mismatch': { enabled: true }, ...(only === 'structure' && { [contrast]: { enabled: false } }) };
  const runOnly = only === 'contrast' ? { type: 'rule' as const, values: [contrast] } : { type: 'tag' as const, values: tags };
  // Without frames its legacy mode finds the same in half the time.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ runOnly, ...(only === 'contrast' ? {} : { rules }) });
  const { violations } = await axe.analyze();
  const found = violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.target.join(' ')} ${node.html}`));
  expect(found, `axe on ${page.url()}`).toEqual([]);
}
