/** As large as a list of apps gets, many times over. */
const largestBytes = 1_000_000;

/** The text of a file that somebody chose; UTF-16 as spreadsheets write it too. Undefined where it is no text, or much too long. */
export async function readTextFile(file: File): Promise<string | undefined> {
  if (file.size > largestBytes) return undefined;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  return text.includes('\0') ? undefined : text;
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
