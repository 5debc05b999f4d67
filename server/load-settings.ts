import { existsSync } from 'node:fs';
import { readSettings, type Settings } from './settings.ts';

/**
 * The settings of this start: the environment, and what a file `.env` in the working directory adds to it.
 *
 * @throws {SettingsError} naming every problem at once
 */
export function loadSettings(): Settings {
  if (existsSync('.env')) process.loadEnvFile('.env'); // what is set already stays
  return readSettings(process.env);
}
