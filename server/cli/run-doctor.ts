import { loadSettings } from '../load-settings.ts';
import { startSandbox } from '../sandbox/sandbox.ts';
import { type Settings, SettingsError } from '../settings.ts';
import { examine } from './doctor.ts';

const marks = { ok: 'ok     ', warning: 'warning', wrong: 'WRONG  ' } as const;

/** Prints what the doctor finds. @returns the exit code: 1 where something is wrong */
export async function runDoctor(print: (line: string) => void): Promise<number> {
  let settings: Settings;
  try {
    settings = loadSettings();
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    for (const problem of error.problems) print(`${marks.wrong}  Settings: ${problem}`);
    return 1;
  }
  const sandbox = settings.mode === 'sandbox' ? await startSandbox({ port: settings.sandboxPort }).catch(() => undefined) : undefined;
  let wrong = 0;
  for await (const { step, verdict, words } of examine(settings)) {
    print(`${marks[verdict]}  ${step}: ${words}`);
    if (verdict === 'wrong') wrong++;
  }
  await sandbox?.close();
  print(wrong === 0 ? '\nNothing is wrong.' : `\n${wrong} ${wrong === 1 ? 'thing is' : 'things are'} wrong.`);
  return wrong === 0 ? 0 : 1;
}
