import { createContext } from 'react';
import type { Arrival } from './callback-arrival.ts';

/** How the browser came to `/callback`; undefined where this page began elsewhere. */
export const ArrivalContext = createContext<Arrival | undefined>(undefined);
