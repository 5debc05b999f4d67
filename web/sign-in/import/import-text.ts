/** Text on its way from the app form to the import: in memory for the moment of the change of page, never in the address or in storage. */
let text = '';

export function leaveImportText(pasted: string): void {
  text = pasted;
}

/** Reading twice gives the same: React may ask twice. Cleared by whoever took it. */
export const importText = (): string => text;

export function clearImportText(): void {
  text = '';
}
