import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const contrast = 'color-contrast';

/**
 * Fails with what axe found and where. `only`: other colours change nothing but the contrast, another width everything
 * but it; contrast is half of axe's time.
 */
export async function expectNoAxeViolations(page: Page, only?: 'contrast' | 'structure'): Promise<void> {
  const rules = { 'label-content-name-mismatch': { enabled: true }, ...(only === 'structure' && { [contrast]: { enabled: false } }) };
  const options: axe.RunOptions = {
    resultTypes: ['violations'],
    ...(only === 'contrast' ? { runOnly: [contrast] } : { runOnly: { type: 'tag', values: tags }, rules }),
  };
  // Its half a megabyte is handed over once a document, not with each question.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const found = await page.evaluate(async (options) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, options);
    return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.target.join(' ')} ${node.html}`));
  }, options);
  expect(found, `axe on ${page.url()}`).toEqual([]);
}
