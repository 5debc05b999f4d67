import { spawnSync } from 'node:child_process';
import type { Operation, OperationParameter } from './operations.ts';

/** What an operation answers, and what body it takes; where it says nothing, an object of which nothing is known. */
const forms: Record<string, { answer?: string; body?: string }> = {
  'users.status': { answer: 'UserStatus' },
  'users.get': { answer: 'User' },
  'users.profile': { answer: 'Profile' },
  'users.updateProfile': { answer: 'undefined' },
  'organizations.list': { answer: 'Organisation[]' },
  'organizations.get': { answer: 'Organisation' },
  'organizations.getByUrl': { answer: 'Organisation' },
  'organizations.spaces': { answer: 'Space[]' },
  'spaces.get': { answer: 'Space' },
  'spaces.listInOrganization': { answer: 'Space[]' },
  'spaces.getByUrl': { answer: 'Space' },
  'spaces.top': { answer: 'Space[]' },
  'apps.get': { answer: 'App' },
  'apps.listInSpace': { answer: 'App[]' },
  'apps.list': { answer: 'App[]' },
  'apps.getByLabel': { answer: 'App' },
  'apps.getField': { answer: 'Field' },
  'items.get': { answer: 'Item' },
  'items.getByAppItemId': { answer: 'Item' },
  'items.getByExternalId': { answer: 'Item' },
  'items.getBasic': { answer: 'Item' },
  'items.filter': { answer: 'ItemList', body: 'ItemFilter' },
  'items.filterByView': { answer: 'ItemList', body: 'ItemFilter' },
  'items.list': { answer: 'ItemList' },
  'items.count': { answer: '{ count: number }' },
  'items.create': { answer: 'ItemWritten', body: 'ItemWrite' },
  'items.update': { answer: '{ revision: number; title: string }', body: 'ItemWrite' },
  'items.delete': { answer: 'undefined' },
  'items.getValue': { answer: 'Record<string, unknown>[]' },
  'items.updateValue': { body: 'unknown' },
  'items.revisions': { answer: 'Record<string, unknown>[]' },
  'comments.list': { answer: 'Comment[]' },
  'comments.create': { answer: 'Comment', body: 'CommentWrite' },
  'comments.get': { answer: 'Comment' },
  'comments.update': { body: 'CommentWrite' },
  'comments.delete': { answer: 'undefined' },
  'tasks.list': { answer: 'Task[]' },
  'tasks.create': { answer: 'Task', body: 'TaskWrite' },
  'tasks.get': { answer: 'Task' },
  'tasks.update': { body: 'TaskWrite' },
  'tasks.delete': { answer: 'undefined' },
  'tasks.complete': { answer: 'undefined' },
  'tasks.incomplete': { answer: 'undefined' },
  'files.get': { answer: 'PodioFile' },
  'search.inApp': { answer: 'Found[]', body: 'SearchFor' },
  'search.inSpace': { answer: 'Found[]', body: 'SearchFor' },
  'search.inOrganization': { answer: 'Found[]', body: 'SearchFor' },
  'search.everywhere': { answer: 'Found[]', body: 'SearchFor' },
  'search.inAppWithCounts': { answer: 'SearchResult' },
  'search.inSpaceWithCounts': { answer: 'SearchResult' },
  'search.inOrganizationWithCounts': { answer: 'SearchResult' },
  'search.everywhereWithCounts': { answer: 'SearchResult' },
  'hooks.list': { answer: 'Hook[]' },
  'hooks.create': { answer: '{ hook_id: number }' },
  'hooks.requestVerification': { answer: 'undefined' },
  'hooks.verify': { answer: 'undefined' },
  'hooks.delete': { answer: 'undefined' },
  'views.list': { answer: 'Record<string, unknown>[]' },
  'tags.list': { answer: 'Record<string, unknown>[]' },
  'stream.list': { answer: 'Record<string, unknown>[]' },
  'contacts.listInSpace': { answer: 'Profile[]' },
  'authorization.scope': { answer: 'ScopeGrant[]' },
  'authorization.invalidateGrant': { answer: 'undefined' },
};

const names = [
  'App Comment CommentWrite Field Found Hook Item ItemFilter ItemList ItemWrite ItemWritten Organisation PodioFile Profile ScopeGrant',
  'SearchFor SearchResult Space Task TaskWrite User UserStatus',
]
  .join(' ')
  .split(' ');
const typeImport = `import type { ${names.join(', ')} } from './types.ts';`;
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const camel = (text: string) => text.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
const scalars = { integer: 'number', string: 'string', boolean: 'boolean' } as const;
const withoutParameters = (body: unknown) => typeof body === 'object' && body !== null && Object.keys(body).length === 0;

interface Shape {
  /** As they stand in a declaration, and as they are passed on. */
  parameters: string[];
  passed: string[];
  answer: string;
  area: string;
  method: string;
}

function shapeOf({ call = '', parameters, body }: Operation): Shape {
  const [area = '', method = ''] = call.split('.');
  const inPath = parameters.filter((parameter) => parameter.in === 'path');
  const inQuery = parameters.filter((parameter) => parameter.in === 'query');
  const needsQuery = inQuery.some(({ required }) => required);
  const takesBody = body !== undefined && !withoutParameters(body);
  const bodyOptional = forms[call]?.body === 'ItemFilter';
  const declared = [
    ...inPath.map(({ name, type }) => `${camel(name)}: ${type === 'integer' ? 'number' : 'string'}`),
    ...(takesBody ? [`body${bodyOptional ? '?' : ''}: ${forms[call]?.body ?? 'Record<string, unknown>'}`] : []),
    ...(inQuery.length > 0 ? [`query${needsQuery ? '' : '?'}: { ${inQuery.map(queryMember).join('; ')} }`] : []),
  ];
  return {
    parameters: declared,
    passed: declared.map((text) => text.replace(/\??:.*/s, '')),
    answer: forms[call]?.answer ?? 'Record<string, unknown>',
    area,
    method,
  };
}

const queryMember = ({ name, required, type }: OperationParameter) => `${name}${required ? '' : '?'}: ${scalars[type]}`;

const docstring = ({ name, heavy, docs }: Operation) =>
  `/** ${name}.${heavy ? ' Podio allows 250 of these an hour.' : ''}${docs ? ` @see ${docs}` : ''} */`;

function callFunction(operation: Operation): string {
  const { parameters, answer, area, method } = shapeOf(operation);
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => `\${segment(${camel(name)})}`);
  const literal = path.includes('${') ? `\`${path}\`` : `'${path}'`;
  const hasQuery = operation.parameters.some((parameter) => parameter.in === 'query');
  const kind = operation.reads ? 'Read' : 'Call';
  return `${docstring(operation)}
export const ${area}${capital(method)} = (${parameters.join(', ')}): ${kind}<${answer}> => ({
  method: '${operation.method}',
  path: ${hasQuery ? `withQuery(${literal}, query)` : literal},
${[bodyMember(operation, parameters), operation.reads && '  reads: true,'].filter(Boolean).join('\n')}
});`;
}

function bodyMember({ method }: Operation, parameters: readonly string[]): string | undefined {
  if (method === 'GET' || method === 'DELETE') return undefined;
  const declared = parameters.find((parameter) => parameter.startsWith('body'));
  return declared ? (declared.startsWith('body?') ? '  body: body ?? {},' : '  body,') : '  body: {},';
}

function areaFactory(area: string, operations: readonly Operation[]): string {
  const methods = operations.map((operation) => {
    const { parameters, passed, method } = shapeOf(operation);
    return `  ${docstring(operation)}
  ${method}: (${[...parameters, 'options?: CallOptions'].join(', ')}) => make(calls.${area}${capital(method)}(${passed.join(', ')}), options),`;
  });
  return `export const ${area} = (make: MakeCall) => ({
${methods.join('\n')}
});`;
}

const banner = '// Generated from operations.ts by generate-calls.ts: `npx vitest run server/podio/calls.test.ts -u` writes it anew.\n';

/** The text of `calls.ts`: one function an operation. */
export function generateCalls(operations: readonly Operation[]): string {
  const called = operations.filter(({ call }) => call !== undefined);
  return formatted('calls.ts', [
    banner,
    "import { type Call, type Read, segment, withQuery } from './typed-call.ts';",
    typeImport,
    "export type { Call, Read } from './typed-call.ts';",
    ...called.map(callFunction),
  ]);
}

/** The text of `areas.ts`: one group of calls an area, as `client.items` is. */
export function generateAreas(operations: readonly Operation[]): string {
  const areas = new Map<string, Operation[]>();
  for (const operation of operations) {
    const area = operation.call?.split('.')[0];
    if (area) areas.set(area, [...(areas.get(area) ?? []), operation]);
  }
  return formatted('areas.ts', [
    banner,
    "import * as calls from './calls.ts';",
    "import type { CallOptions } from './call-options.ts';",
    "import type { MakeCall } from './typed-call.ts';",
    typeImport,
    ...[...areas].map(([area, own]) => areaFactory(area, own)),
    `/** All areas, each as a member of its name. */
export const allAreas = (make: MakeCall) => ({ ${[...areas.keys()].map((area) => `${area}: ${area}(make)`).join(', ')} });`,
    'export type Areas = ReturnType<typeof allAreas>;',
  ]);
}

/** As Biome writes it, so that generated files are linted like all others. */
function formatted(name: string, parts: readonly string[]): string {
  const source = parts.join('\n\n');
  const used = source.replace(typeImport, () => {
    const rest = source.replace(typeImport, '');
    return `import type { ${names.filter((type) => new RegExp(`\\b${type}\\b`).test(rest.replaceAll(/\/\*\*.*?\*\//gs, ''))).join(', ')} } from './types.ts';`;
  });
  const biome = ['node_modules/@biomejs/biome/bin/biome', 'check', '--write', `--stdin-file-path=server/podio/${name}`];
  const { status, stdout, stderr } = spawnSync(process.execPath, biome, { input: used, encoding: 'utf8' });
  if (status !== 0) throw new Error(`biome: ${stderr}`);
  return stdout;
}
