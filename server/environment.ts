/** Reads environment variables and collects what is wrong with them, one sentence a problem, each beginning with its variable. */
export class Environment {
  readonly problems: string[] = [];
  private readonly env: Readonly<Record<string, string | undefined>>;

  constructor(env: Readonly<Record<string, string | undefined>>) {
    this.env = env;
  }

  readonly wrong = (problem: string): void => {
    this.problems.push(problem);
  };

  /** An empty value counts as absent. */
  text(name: string): string | undefined {
    return this.env[name]?.trim() || undefined;
  }

  /** What commas separate. A value of nothing but commas is a mistake, and would mean the opposite of an absent one. */
  list(name: string): string[] | undefined {
    const items = this.text(name)
      ?.split(',')
      .map((item) => item.trim())
      .filter((item) => item !== '');
    if (items?.length !== 0) return items;
    this.wrong(`${name} holds nothing but commas: give a list, or leave it out.`);
    return undefined;
  }

  integer(name: string, fallback: number, minimum: number, maximum: number): number {
    const value = this.text(name);
    if (value === undefined) return fallback;
    const number = Number(value);
    if (/^\d+$/.test(value) && number >= minimum && number <= maximum) return number;
    this.wrong(`${name} is "${value}": give a whole number from ${minimum} to ${maximum}.`);
    return fallback;
  }

  oneOf<T extends string>(name: string, allowed: readonly T[], fallback: T): T {
    const value = this.text(name);
    if (value === undefined) return fallback;
    if ((allowed as readonly string[]).includes(value)) return value as T;
    this.wrong(`${name} is "${value}": give one of ${allowed.join(', ')}.`);
    return fallback;
  }

  /** An address as the browser's own parser writes it, without a slash at its end. */
  url(name: string, fallback: string, check: (url: URL) => string | undefined): string {
    const value = this.text(name) ?? fallback;
    const parsed = URL.canParse(value) ? new URL(value) : undefined;
    const problem = parsed ? check(parsed) : 'give an address such as https://keyring.example.com';
    if (problem) this.wrong(`${name} is "${withoutUserInfo(value)}": ${problem}.`);
    return parsed ? parsed.href.replace(/\/$/, '') : value;
  }
}

/** A password in an address is a secret, also in one that is refused. */
function withoutUserInfo(address: string): string {
  return address.replace(/[^/\\]*@/, '…@');
}
