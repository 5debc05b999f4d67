import type { Actor } from '../store.ts';

export const ada = 1;
export const grace = 2;
export const adaProfile = 101;
export const graceProfile = 102;

export const byAda: Actor = { ref: { type: 'user', id: ada }, clientId: 'sandbox' };
export const byGrace: Actor = { ref: { type: 'user', id: grace }, clientId: 'sandbox' };

/** Milliseconds of a point in time, UTC. */
export const at = (text: string): number => Date.parse(`${text.replace(' ', 'T')}Z`);

export const hourMs = 60 * 60 * 1000;
export const dayMs = 24 * hourMs;
