const phrases: Record<number, string> = {
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  204: 'No Content',
  400: 'Bad Request',
  401: 'Unauthorized',
  402: 'Payment Required',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  410: 'Gone',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  // Podio's own number; no standard has words for it.
  420: 'Rate Limited',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};

/** The words of a status (RFC 9110, section 15). HTTP/2 sends none, so they are ours. */
export const statusPhrase = (status: number, sent = ''): string => phrases[status] ?? (/^unknown$/i.test(sent) ? '' : sent);
