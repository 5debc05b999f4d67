import type { BrowserContext } from '@playwright/test';

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
