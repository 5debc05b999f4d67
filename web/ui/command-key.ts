/** What the modifier of our shortcuts is called here: ⌘ on Apple's devices, `control` elsewhere. */
export const commandKey = (control: string): string => (/Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '') ? '⌘' : control);
