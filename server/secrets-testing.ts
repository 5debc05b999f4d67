/** What a secret looks like wherever a process may print it, whoever it belongs to. */
const shapes: readonly (readonly [what: string, shape: RegExp])[] = [
  ['an authorization', /\b(?:OAuth2|Bearer|Basic) [\w.~+/-]{8,}/],
  ['a cookie of ours', /__(?:Host-Http|Secure)-[\w-]+=[\w-]{8,}/],
  ['a sealed value', /\bAQ[\w-]{70,}/], // version 1, then key id, IV, text and tag, in base64url
  [
    'a token by its name',
    /(?:access_token|refresh_token|app_token|appToken|client_secret|code_verifier|password)\\?["']?\s*[:=]\s*\\?["']?[\w-]{3,}/,
  ],
  ['a code or a state in an address', /[?&](?:code|state|refresh_token|access_token|oauth_token)=[\w-]+/],
  ['an app token of the sandbox', /sandbox-app-token-\d/],
  ['the client secret of the sandbox', /sandbox-secret/],
];

/** What the start of a sandbox prints on purpose, as part of the product or alone: credentials to practise with. */
const greeting =
  /^(?: {2}.+: (?:app ID \d+, app token .+|.+, password .+)|API key for your own scripts: .+| {2}API key {3}client id .+| {2}App {7}.+: app id \d+, app token .+)$/;

/**
 * What of a printed text is a secret, or looks like one: in words, with the line without the secret itself; empty where nothing is.
 *
 * @param known secrets that are known to the letter; those under eight characters could be anything, and are left out
 */
export function printedSecrets(printed: string, known: Iterable<string> = []): string[] {
  const secrets = [...new Set(known)].filter(({ length }) => length >= 8);
  return printed.split('\n').flatMap((line) => {
    if (greeting.test(line)) return [];
    const found = shapes.filter(([, shape]) => shape.test(line)).map(([what]) => what);
    if (secrets.some((secret) => line.includes(secret))) found.push('a secret that was given out or sent');
    return found.map((what) => `${what} was printed: ${line.slice(0, 60)}…`);
  });
}
