import { type BrowserContext, expect } from '@playwright/test';

/** Listens for what goes wrong without a sound: errors on the console, exceptions, breaches of the content security policy. */
export class ConsoleWatch {
  readonly #seen: string[] = [];
  readonly #declared: RegExp[] = [];

  /** Resolves when it listens. */
  async watch(context: BrowserContext): Promise<void> {
    context.on('console', (message) => {
      if (message.type() === 'error') this.#seen.push(`${message.text()} @ ${message.location().url}`);
    });
    context.on('weberror', (error) => this.#seen.push(`exception: ${error.error().stack ?? error.error().message}`));
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (violation) => {
        console.error(`policy violated: ${violation.violatedDirective} by ${violation.blockedURI} in ${violation.sourceFile}`);
      });
    });
  }

  /** Declares trouble that the story makes on purpose, as Chromium reports it: text, ` @ ` and address. */
  declare(...patterns: RegExp[]): void {
    this.#declared.push(...patterns);
  }

  /** What nobody declared. */
  undeclared(): string[] {
    return this.#seen.filter((line) => !this.#declared.some((pattern) => pattern.test(line)));
  }
}

/** Fixture: watches the pages of a story, and fails it for trouble that it did not declare. */
export async function failOnTrouble({ context }: { context: BrowserContext }, use: (watch: ConsoleWatch) => Promise<void>): Promise<void> {
  const watch = new ConsoleWatch();
  await watch.watch(context);
  await use(watch);
  expect(watch.undeclared(), 'errors on the console that the story did not declare').toEqual([]);
}
