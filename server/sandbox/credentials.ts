/** An API key of the sandbox. Its redirect URIs are on loopback addresses. */
export interface Client {
  clientId: string;
  clientSecret: string;
  name: string;
  /** What Podio calls the key's number in `created_via`. */
  authClientId: number;
}

/** Sample credentials: published on purpose, and good for nothing but the sandbox. */
export interface PublishedCredentials {
  clients: { clientId: string; clientSecret: string }[];
  users: { username: string; password: string; name: string }[];
  apps: { appId: number; appToken: string; name: string }[];
}

export const clients: readonly Client[] = [
  { clientId: 'sandbox', clientSecret: 'sandbox-secret', name: 'Podio Keyring (sandbox)', authClientId: 1 },
];

export const findClient = (clientId: string | undefined): Client | undefined => clients.find((client) => client.clientId === clientId);
