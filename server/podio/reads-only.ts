/** Podio's POSTs that change nothing: filters, searches, calculations. A test holds them against the catalogue of operations. */
const readingPosts = /^\/(?:item\/app\/\d+\/(?:filter(?:\/\d+)?|calculate)|search(?:\/(?:app|space|org)\/\d+)?)\/?(?:\?|$)/;

/**
 * Whether a call changes nothing at Podio: GET and HEAD, and the POSTs that only read. What is not known is taken for a
 * change.
 */
export function readsOnly(method: string, path: string): boolean {
  const asked = method.toUpperCase();
  if (asked === 'GET' || asked === 'HEAD') return true;
  return asked === 'POST' && readingPosts.test(path);
}
