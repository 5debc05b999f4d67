const reading = [
  /^\/item\/app\/\d+\/filter(?:\/\d+)?\/?$/,
  /^\/search(?:\/(?:app|space|org)\/\d+)?(?:\/v2)?\/?$/,
  /^\/item\/app\/\d+\/calculate\/?$/,
];

/**
 * Whether a call changes nothing at Podio: GET, HEAD, and the POSTs that only read (filter, search, calculate). Only their plain
 * spelling counts; any other is taken for a write.
 */
export function onlyReads(method: string, path: string): boolean {
  return (
    method === 'GET' || method === 'HEAD' || method === 'OPTIONS' || (method === 'POST' && reading.some((pattern) => pattern.test(path)))
  );
}
