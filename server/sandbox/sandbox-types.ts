import type { PublishedCredentials } from './credentials.ts';
import type { SandboxSettings } from './settings.ts';

export interface SandboxOptions {
  /** 0, the default, takes a free one. */
  port?: number;
  /** The loopback address to listen on; by default 127.0.0.1, and ::1 too where the machine has it. */
  host?: string;
  /** Settings that differ from Podio's, from the start and after each reset. */
  settings?: Partial<SandboxSettings>;
}

/** A running sandbox. */
export interface Sandbox {
  /** `http://127.0.0.1:PORT`: another site than `http://localhost`, as Podio is. `http://localhost:PORT` answers too. */
  url: string;
  port: number;
  publishedCredentials: PublishedCredentials;
  /** Stops at once: connections are closed, whatever is under way on them. */
  close: () => Promise<void>;
}
