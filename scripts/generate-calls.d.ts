import type { Operation } from '../server/podio/operations.ts';
/** The text of `calls.ts`: one function an operation. */
export declare function generateCalls(operations: readonly Operation[]): string;
/** The text of `areas.ts`: one group of calls an area, as `client.items` is. */
export declare function generateAreas(operations: readonly Operation[]): string;
