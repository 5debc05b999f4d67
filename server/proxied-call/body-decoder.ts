import type { Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip } from 'node:zlib';

/** What undoes a content coding, `identity` for none, or undefined for one that we did not ask for. */
export function bodyDecoder(contentEncoding: string | undefined): Transform | 'identity' | undefined {
  switch (contentEncoding?.trim().toLowerCase()) {
    case undefined:
    case '':
    case 'identity':
      return 'identity';
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'br':
      return createBrotliDecompress();
    default:
      return undefined;
  }
}
