const secretName = /token|secret|passw|pwd|authorization|api_?key|credential/i;

/** Whether a field is named like one that holds a secret: such values are kept nowhere, not even in this tab. */
export const isSecretName = (name: string): boolean => secretName.test(name);

/** A path whose query gives no value to what is named like a secret. */
export function pathWithoutSecrets(path: string): string {
  const [bare = '', ...rest] = path.split('?');
  if (rest.length === 0) return path;
  return `${bare}?${rest.join('?').split('&').map(withoutSecret).join('&')}`;
}

function withoutSecret(pair: string): string {
  const [name = ''] = pair.split('=', 1);
  return pair.includes('=') && isSecretName(safelyDecoded(name)) ? `${name}=` : pair;
}

/** A body whose members named like a secret are empty; also where it is not JSON yet. */
export const bodyWithoutSecrets = (body: string): string =>
  body.replace(/"((?:[^"\\]|\\.)*)"(\s*:\s*)("(?:[^"\\]|\\.)*"?|[^\s,}\]"{[][^\s,}\]]*)/g, (whole, name: string, colon: string) =>
    isSecretName(name) ? `"${name}"${colon}""` : whole,
  );

function safelyDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // not encoded as it should be: judged as it stands
  }
}
