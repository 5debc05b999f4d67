import { mkdirSync, rmSync } from 'node:fs';
import { folder } from './folder.ts';

/** An empty folder: a picture of a screen that is no more would deceive. */
export default function startAnew(): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
}
