/** Saves bytes or text as a file. Its type says nothing that a browser would open in this origin. */
export function saveFile(body: Uint8Array | string, name: string): void {
  const url = URL.createObjectURL(new Blob([body as BlobPart], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has to have taken the address up first.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** A name that no file system reads as anything else, and that no direction mark disguises; empty where nothing is left of it. */
export function safeFileName(given: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are among what has to go
  const name = given.replace(/[\u0000-\u001f\u007f/\\:*?"<>|\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '_').replace(/^\.+/, '');
  return name.trim().slice(0, 100);
}
