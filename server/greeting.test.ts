import { describe, expect, it } from 'vitest';
import { describeStart } from './greeting.ts';
import { readSettings } from './settings.ts';

const podio = { PODIO_CLIENT_ID: 'acme', PODIO_CLIENT_SECRET: 's3cret-of-acme', COOKIE_SECRETS: 'x1'.repeat(16) };
const greeting = (env: Record<string, string>) => describeStart(readSettings({ ...podio, ...env }), undefined);

describe('what a start says', () => {
  it('warns where anybody may sign in from anywhere, and only there', () => {
    const warning = /Whoever reaches this address may sign in, through your API key: name those who may in ALLOWED_REFS/;
    expect(greeting({ PUBLIC_URL: 'https://keyring.example.com' })).toMatch(warning);
    expect(greeting({ PUBLIC_URL: 'https://keyring.example.com', ALLOWED_REFS: 'user-1' })).not.toMatch(warning);
    expect(greeting({ PUBLIC_URL: 'http://localhost:3000' })).not.toMatch(warning);
  });

  it('has no secret', () => {
    expect(greeting({ PUBLIC_URL: 'https://keyring.example.com' })).not.toMatch(/s3cret-of-acme|x1x1/);
  });
});
