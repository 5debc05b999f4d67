import { createContext, type ReactNode, useContext } from 'react';

const ActingAsContext = createContext<string | undefined>(undefined);

/** All hooks below act as this authentication. Two of them side by side on one page do not disturb each other. */
export function ActingAs({ id, children }: { id: string; children: ReactNode }) {
  return <ActingAsContext value={id}>{children}</ActingAsContext>;
}

/**
 * The id of the authentication that this part of the page acts as.
 * @throws {Error} outside `ActingAs`
 */
export function useActingAs(): string {
  const id = useContext(ActingAsContext);
  if (id === undefined) throw new Error('useActingAs needs <ActingAs id="…"> around it.');
  return id;
}

/** The same, or undefined outside `ActingAs`. */
export const useActingAsIfAny = (): string | undefined => useContext(ActingAsContext);
