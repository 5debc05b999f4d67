import { parseArgs } from 'node:util';
import { flagOf, settingsList } from './settings-list.ts';

export type Command = 'start' | 'sandbox' | 'doctor';

export type Arguments =
  | { show: 'help' | 'version' }
  | { wrong: string }
  /** What the flags say, by the names of environment variables. */
  | { run: Command; settings: Record<string, string> };

const commands: readonly string[] = ['start', 'sandbox', 'doctor'];

/** Reads a command line. Flags of settings go before the environment, and that before `.env`. */
export function readArguments(args: readonly string[]): Arguments {
  const flags = Object.fromEntries(settingsList.map(([variable]) => [flagOf(variable), { type: 'string' as const }]));
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...flags, help: { type: 'boolean', short: 'h' }, version: { type: 'boolean', short: 'v' } },
      allowPositionals: true,
    });
    const [command = 'start', ...rest] = positionals;
    if (values.help) return { show: 'help' };
    if (values.version) return { show: 'version' };
    if (!commands.includes(command)) return { wrong: `there is no command "${command}"; there are ${commands.join(', ')}` };
    if (rest.length > 0) return { wrong: `"${rest[0]}" is one word too many` };
    const given = Object.entries<unknown>(values).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
    const settings = Object.fromEntries(given.map(([flag, value]) => [flag.toUpperCase().replaceAll('-', '_'), value]));
    // The sandbox alone listens on one port: there, --port says which.
    if (command === 'sandbox' && settings.PORT !== undefined) settings.SANDBOX_PORT ??= settings.PORT;
    return { run: command as Command, settings };
  } catch (error) {
    return { wrong: (error as Error).message.split('. ')[0] ?? '' };
  }
}

/** What `--help` says. */
export function helpText(): string {
  const flags = settingsList.map(([variable, value, meaning]) => [`--${flagOf(variable)} <${value}>`, meaning] as const);
  const width = Math.max(...flags.map(([flag]) => flag.length));
  return `Usage: podio-keyring [command] [flags]

Commands:
  start      the app and its server (also without a command); without an API key, a sandbox beside it
  sandbox    the sandbox alone
  doctor     checks the settings against Podio or the sandbox, step by step

Every setting is a flag, a variable of the environment (PODIO_CLIENT_ID), or a line of .env; the first that is there counts.

${flags.map(([flag, meaning]) => `  ${flag.padEnd(width)}  ${meaning}`).join('\n')}
  ${'-h, --help'.padEnd(width)}  this text
  ${'-v, --version'.padEnd(width)}  the version
`;
}
