import { loadWords } from './index.ts';

// Tests of screens speak English unless they say otherwise.
await loadWords('en');
