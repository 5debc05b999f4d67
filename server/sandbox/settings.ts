import { invalidValue } from './errors.ts';

/** What can be switched while the sandbox runs, with `PATCH /_sandbox/settings`. */
export interface SandboxSettings {
  accessTokenTtlSeconds: number;
  refreshTokenTtlSeconds: number;
  /** Whether each refresh gives a new refresh token and ends the old one. Whether Podio does is unsettled. */
  rotateRefreshTokens: boolean;
  /** Calls an hour for one ref through one client; 0 means used up. Heavy calls have 250 of these, or all where it is fewer. */
  rateLimitPerHour: number;
  /** Before every answer outside `/_sandbox`. */
  latencyMs: number;
  /** Whether an app's administrators see its token in `GET /app/{app_id}`. Podio shows it only through API keys it trusts. */
  showAppTokens: boolean;
}

/** Podio's documented lifetimes and limits. @see https://developers.podio.com/index/limits */
export const defaultSettings: Readonly<SandboxSettings> = {
  accessTokenTtlSeconds: 8 * 60 * 60,
  refreshTokenTtlSeconds: 28 * 24 * 60 * 60,
  rotateRefreshTokens: false,
  rateLimitPerHour: 1000,
  latencyMs: 0,
  showAppTokens: true,
};

const largest: Partial<Record<keyof SandboxSettings, number>> = { latencyMs: 10 * 60 * 1000 };

/**
 * Settings with some of them changed.
 *
 * @throws {ApiError} 400 for an unknown name or a value of the wrong form
 */
export function patchSettings(settings: SandboxSettings, patch: Record<string, unknown>): SandboxSettings {
  for (const [name, value] of Object.entries(patch)) check(name, value);
  return { ...settings, ...patch };
}

function check(name: string, value: unknown): void {
  if (!Object.hasOwn(defaultSettings, name))
    throw invalidValue(name, `is not a setting; settings are ${Object.keys(defaultSettings).join(', ')}`);
  const key = name as keyof SandboxSettings;
  if (typeof defaultSettings[key] === 'boolean') {
    if (typeof value !== 'boolean') throw invalidValue(value, `${name} must be boolean`);
    return;
  }
  const most = largest[key] ?? 10 ** 9;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > most)
    throw invalidValue(value, `${name} must be an integer from 0 to ${most}`);
}
