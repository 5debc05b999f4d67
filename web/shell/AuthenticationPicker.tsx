import { useAuthentication } from '../react/index.ts';
import { type Pick, Switcher } from '../switcher/Switcher.tsx';

/** Chooses an authentication as the switcher does, for pages that look at more than one. */
export function AuthenticationPicker({ id, ...pick }: Pick & { id: string | undefined }) {
  return <Switcher acting={useAuthentication(id)} pick={pick} />;
}
