import type { BrowserContext, Page, Response } from '@playwright/test';
import type { Issued, Product } from './product.ts';

/** Something the browser, the page or the log holds, and where. */
interface Finding {
  place: string;
  text: string;
  /** Published sample credentials are wanted here. */
  mayPublishAppTokens?: boolean;
}

/** Keeps what the browser gets from the app's origin, to search it for secrets when the test is over. */
export class SecretScan {
  readonly #product: Product;
  readonly #context: BrowserContext;
  readonly #answers: Promise<Finding | undefined>[] = [];
  /** Lines the log had when the test began. */
  readonly #linesBefore: number;

  constructor(product: Product, context: BrowserContext) {
    this.#product = product;
    this.#context = context;
    this.#linesBefore = product.log().split('\n').length - 1;
    context.on('response', (response) => {
      if (response.url().startsWith(`${product.url}/`) && !searchedFiles.has(response.url())) this.#answers.push(read(response));
    });
  }

  /** Where a secret is that must not be there, in words; empty: nowhere. */
  async findings(): Promise<string[]> {
    const issued = await this.#product.control<Issued>('GET', '/issued');
    const secrets = [
      ...issued.accessTokens.map((value) => ({ kind: 'an access token', value })),
      ...issued.refreshTokens.map((value) => ({ kind: 'a refresh token', value })),
      ...issued.codes.map((value) => ({ kind: 'a code', value })),
      { kind: 'the client secret', value: 'sandbox-secret' },
    ];
    const found: string[] = [];
    for (const { place, text, mayPublishAppTokens } of await this.#held()) {
      for (const { kind, value } of secrets) if (text.includes(value)) found.push(`${kind} is in ${place}`);
      if (!mayPublishAppTokens && /sandbox-app-token-\d/.test(text)) found.push(`an app token is in ${place}`);
    }
    return [...new Set(found)];
  }

  async #held(): Promise<Finding[]> {
    const answers = (await Promise.all(this.#answers)).filter((answer) => answer !== undefined);
    const pages = this.#context.pages().filter((page) => page.url().startsWith(`${this.#product.url}/`));
    const inPages = await Promise.all(pages.map(heldByPage));
    const cookies = (await this.#context.cookies()).filter(({ name }) => name.includes('sandbox-') || name.includes('keyring'));
    return [...answers, ...inPages.flat(), { place: 'a cookie', text: JSON.stringify(cookies) }, { place: 'the log', text: this.#log() }];
  }

  #log(): string {
    const lines = this.#product.log().split('\n').slice(this.#linesBefore);
    return lines.filter((line) => !greeting.test(line)).join('\n');
  }
}

/** What the start prints on purpose: the sandbox's credentials, ready to use. */
const greeting = /^( {2}.+: app ID \d+, app token .+|API key for your own scripts: .+)$/;

/** A file of the build is the same in every test, and half a megabyte of them comes with each page: each is searched once. */
const searchedFiles = new Set<string>();

async function read(response: Response): Promise<Finding | undefined> {
  const place = `the answer to ${response.request().method()} ${response.url().split('?')[0]}`;
  const mayPublishAppTokens = new URL(response.url()).pathname === '/auth/config';
  const headers = JSON.stringify(await response.allHeaders().catch(() => ({})));
  // A redirect has no body, and Chromium drops those of a page that was left meanwhile.
  const body = await response.text().catch(() => '');
  if (body && new URL(response.url()).pathname.startsWith('/assets/')) searchedFiles.add(response.url());
  return { place, text: `${headers}\n${body}`, mayPublishAppTokens };
}

async function heldByPage(page: Page): Promise<Finding[]> {
  const { path, ...held } = await page.evaluate(() => ({
    path: location.pathname,
    localStorage: JSON.stringify({ ...localStorage }),
    sessionStorage: JSON.stringify({ ...sessionStorage }),
    document: document.documentElement.outerHTML,
    fields: [...document.querySelectorAll('input, textarea')].map((field) => (field as HTMLInputElement).value).join('\n'),
  }));
  const session = await page.context().newCDPSession(page);
  const { entries } = await session.send('Page.getNavigationHistory');
  await session.detach();
  const addresses = entries.map(({ url }) => url).join('\n');
  // The sign-in forms hold what a person is typing, and say the sandbox's published tokens.
  const mayPublishAppTokens = path.startsWith('/sign-in');
  return [
    ...Object.entries(held).map(([name, text]) => ({
      place: `${name} of ${path}`,
      text,
      mayPublishAppTokens: mayPublishAppTokens && !name.endsWith('Storage'),
    })),
    { place: `the history of ${path}`, text: addresses },
  ];
}
