import type { ProblemCode } from '../contract-types.ts';
import { problemStatus } from '../http/problems.ts';

interface Operation {
  operationId?: string;
  summary?: string;
  tags?: string[];
  parameters?: object[];
  requestBody?: object;
  responses: Record<string, { description: string; content?: object }>;
}

interface Described {
  id: string;
  tag: string;
  /** What the success means. */
  success: string;
  codes: readonly ProblemCode[];
}

const everywhere: readonly ProblemCode[] = ['bad_request', 'internal_error'];
const guarded: readonly ProblemCode[] = [...everywhere, 'cross_site', 'store_unavailable'];
const withBody: readonly ProblemCode[] = [...guarded, 'payload_too_large', 'unsupported_media_type'];
const held: readonly ProblemCode[] = ['unknown_authentication', 'authentication_expired'];
const atPodio: readonly ProblemCode[] = ['podio_unreachable', 'podio_error', 'podio_timeout', 'client_rejected'];
const signIn: readonly ProblemCode[] = [
  ...withBody,
  ...atPodio,
  'invalid_credentials',
  'method_disabled',
  'not_allowed',
  'keyring_full',
  'too_many_attempts',
];

/** Every operation, with the codes that it may answer. */
const described: Record<string, Described> = {
  'get /healthz': { id: 'health', tag: 'Operation', success: 'The process lives.', codes: [] },
  'get /readyz': { id: 'readiness', tag: 'Operation', success: 'It can serve.', codes: [] },
  'get /metrics': { id: 'metrics', tag: 'Operation', success: 'Since the start.', codes: ['bad_request', 'cross_site', 'not_found'] },
  'get /auth/config': { id: 'readConfig', tag: 'Signing in', success: 'What is offered.', codes: guarded },
  'post /auth/authorize': {
    id: 'startSignIn',
    tag: 'Signing in',
    success: 'Where to send the person.',
    codes: [...withBody, 'method_disabled'],
  },
  'post /auth/callback': {
    id: 'finishSignIn',
    tag: 'Signing in',
    success: 'Signed in.',
    codes: [...signIn, 'access_denied', 'state_mismatch'],
  },
  'post /auth/app': { id: 'signInAsApp', tag: 'Signing in', success: 'Signed in.', codes: signIn },
  'post /auth/password': {
    id: 'signInWithPassword',
    tag: 'Signing in',
    success: 'Signed in.',
    codes: [...signIn, 'second_factor_required'],
  },
  'get /keyring': { id: 'readKeyring', tag: 'Keyring', success: 'In the order in which they were added.', codes: guarded },
  'delete /keyring': { id: 'signOutOfEverything', tag: 'Keyring', success: 'Nothing is held any more.', codes: guarded },
  'get /keyring/{id}': { id: 'readAuthentication', tag: 'Keyring', success: 'As it is now.', codes: [...guarded, ...held] },
  'patch /keyring/{id}': { id: 'setReadOnly', tag: 'Keyring', success: 'As it is now.', codes: [...withBody, ...held] },
  'delete /keyring/{id}': { id: 'signOut', tag: 'Keyring', success: 'It is not held, or no longer.', codes: guarded },
  'post /keyring/{id}/refresh': {
    id: 'refresh',
    tag: 'Keyring',
    success: 'With a fresh access token.',
    codes: [...guarded, ...held, ...atPodio],
  },
  'post /keyring/{id}/apps': {
    id: 'signInAsAppOf',
    tag: 'Signing in',
    success: 'Signed in as the app.',
    codes: [...signIn.filter((code) => code !== 'too_many_attempts'), ...held, 'app_token_hidden'],
  },
};

const proxied: Described = {
  id: 'call',
  tag: 'Calls',
  success: "Podio's answer, whatever its status; an error that Podio made has Podio's form and no `code`.",
  codes: [...guarded, ...held, ...atPodio, 'forbidden_path', 'read_only'],
};

/** What @fastify/swagger made of the routes, with names, and every error by its status and codes. */
export function describeApi<Document extends { paths?: Record<string, unknown> }>(document: Document): Document {
  const paths = Object.entries((document.paths ?? {}) as Record<string, Record<string, Operation>>).map(([path, operations]) => [
    path,
    Object.fromEntries(Object.entries(operations).map(([method, operation]) => [method, describe(method, path, operation)])),
  ]);
  return { ...document, paths: Object.fromEntries(paths) };
}

function describe(method: string, path: string, operation: Operation): Operation {
  const isCall = path.endsWith('/api/{path}');
  const known = isCall ? proxied : described[`${method} ${path}`];
  if (!known) throw new Error(`description.ts knows nothing of ${method} ${path}.`);
  const successes = Object.entries(operation.responses).filter(([status]) => !/^[45]XX$/i.test(status));
  const [problem] =
    Object.entries(operation.responses)
      .find(([status]) => /^4XX$/i.test(status))
      ?.slice(1) ?? [];
  return {
    ...operation,
    operationId: isCall ? `${method}Call` : known.id,
    tags: [known.tag],
    ...(isCall && { parameters: callParameters, ...(!/^(?:get|head|options)$/.test(method) && { requestBody: anyBody }) }),
    responses: {
      ...(isCall
        ? { default: { description: known.success } }
        : Object.fromEntries(
            successes.map(([status, response]) => [
              status,
              { ...response, description: status.startsWith('2') ? known.success : 'It cannot serve.' },
            ]),
          )),
      ...errors(known.codes, typeof problem === 'object' ? problem.content : problemContent),
    },
  };
}

const text = { type: 'string' };
const problemContent = {
  'application/problem+json': {
    schema: {
      type: 'object',
      required: ['type', 'title', 'status', 'detail', 'code'],
      properties: { type: text, title: text, status: { type: 'integer' }, detail: text, code: text },
    },
  },
};
const callParameters = [
  { name: 'id', in: 'path', required: true, schema: text, description: 'Who makes the call: user-1, app-22117' },
  { name: 'path', in: 'path', required: true, schema: text, description: "Podio's path and query, byte for byte; it may hold slashes" },
];
const anyBody = { content: { 'application/json': { schema: {} }, 'multipart/form-data': { schema: {} }, '*/*': { schema: {} } } };

function errors(codes: readonly ProblemCode[], content: object | undefined): Operation['responses'] {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of codes) byStatus.set(problemStatus(code), [...(byStatus.get(problemStatus(code)) ?? []), code]);
  return Object.fromEntries(
    [...byStatus]
      .sort(([a], [b]) => a - b)
      .map(([status, own]) => [String(status), { description: own.join(', '), content: content ?? problemContent }]),
  );
}
