import { expect, type Page } from '@playwright/test';
import type { LoggedRequest, Product } from './product.ts';

/** Who a request that Podio got was made as: the authentications of this browser by the `Authorization` that each one's calls carry. */
export async function whoseTokens(page: Page, product: Product, ids: string[]): Promise<(request: LoggedRequest) => string | undefined> {
  const owners = new Map<string, string>();
  for (const id of ids) {
    await page.request.get(`/keyring/${id}/api/user/status?whose=${id}`);
    const [request] = await product.podioRequests('GET', new RegExp(`whose=${id}$`));
    expect(request, `a call as ${id} reaches Podio`).toBeDefined();
    owners.set((request as LoggedRequest).headers.authorization as string, id);
  }
  expect(owners.size, 'each authentication has a token of its own').toBe(ids.length);
  return ({ headers }) => owners.get(headers.authorization as string);
}
