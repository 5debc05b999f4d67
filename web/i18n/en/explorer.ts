import { formatter } from '../format.ts';

const { number, plural } = formatter('en');

const ms = (value: number) => `${number(value)} ms`;
const calls = (count: number) => `${number(count)} ${plural(count, { one: 'call', other: 'calls' })}`;
const left = (count: number) => `${calls(count)} left`;

/** The API explorer. */
export const explorer = {
  page: 'API explorer',
  title: 'API explorer',
  method: 'Method',
  path: 'Path',
  operations: 'Operations',
  send: (method: string, name: string) => `Send ${method} as ${name}`,
  compare: 'Compare…',
  compareWith: 'Compare with another authentication',
  each: {
    open: 'Try with each…',
    title: 'Try with each authentication',
    onlyGet: 'This is for GET only: other methods may change data in Podio.',
    asks: (count: number) => `This makes ${calls(count)}, one for each.`,
    make: (count: number) => `Make ${calls(count)}`,
    again: (count: number) => `Make ${calls(count)} again`,
    stop: 'Stop',
    progress: 'Trying with each authentication',
    count: (done: number, total: number) => `${number(done)} of ${number(total)}`,
    result: (able: number, tried: number, stopped: boolean) =>
      `${stopped ? 'Stopped. ' : ''}${number(able)} of ${number(tried)} can make this call.`,
    noAnswer: 'No answer',
  },
  link: {
    copy: 'Copy link',
    copyThis: 'Copy link to this call',
    copied: (method: string) => `Copied. The link has ${method}, the path and who it is for: no body, no token.`,
  },
  quiet: {
    label: 'Quiet',
    on: (parameters: string) => `Sent with ${parameters}: Podio notifies nobody and calls no webhooks.`,
    /** Of a parameter that a quiet call has. */
    given: (value: string) => `Sent as ${value}: the call is quiet`,
    off: 'Podio notifies people and calls webhooks.',
  },
  cancelCall: 'Cancel call',
  cancelled: 'The call was cancelled. Podio may have carried it out all the same.',
  needsPath: 'Enter a path that begins with /, like /user/status',
  fillIn: (names: string[]) => `Fill in ${new Intl.ListFormat('en').format(names)} before sending`,
  slash: { hint: 'Podio expects a / at the end here.', add: 'Add slash', added: 'Added the slash.' },
  meant: (number: string) => `Did you mean #${number} of an app?`,

  request: 'Request',
  parameters: 'Parameters',
  bodyTab: 'Body',
  notes: 'Notes',
  required: (name: string) => `${name} (required)`,
  defaults: (value: string) => `default ${value}`,
  noParameters: 'This path has no parameters. Add a query to it with ? if it needs one.',
  /** Of a parameter that is a yes or a no; Podio takes 1 and 0. */
  yes: '1 (yes)',
  no: '0 (no)',
  notSent: 'Not sent',
  body: 'JSON body',
  noBody: (method: string) => `A ${method} has no body. What you wrote is kept.`,
  bodyExample: 'Fill in an example',
  format: 'Format JSON',
  formatted: 'Formatted.',
  exampleFilled: 'Filled in an example.',
  jsonError: (line: number, column: number, what: string) => `Line ${number(line)}, column ${number(column)}: ${what}`,
  json: {
    comma: 'a comma is missing',
    colon: 'a colon is missing',
    key: 'a name in double quotes is expected',
    value: 'a value is expected',
    trailingComma: 'nothing follows this comma',
    unclosedText: 'a text is not closed',
    unclosedObject: 'a } is missing at the end',
    unclosedList: 'a ] is missing at the end',
    singleQuote: 'texts stand in double quotes',
    escape: 'this is not an escape that JSON knows',
    control: 'a line end or tab inside a text is written as \\n or \\t',
    number: 'this is not a number as JSON writes them',
    word: 'only true, false and null may stand without quotes',
    after: 'nothing may follow the end',
    empty: 'this is empty',
  },

  /** What the catalogue of operations says of an area or a parameter. */
  operationText: (text: string) => text,
  about: {
    reads: 'Only reads.',
    writes: 'Changes data in Podio.',
    heavy: 'Counts as a heavy call: 250 an hour.',
    docs: 'What this operation does',
    unknown: 'This is no operation that the explorer knows. It can be sent all the same.',
  },

  response: 'Response',
  responseHeading: 'Answer',
  responseBody: 'Response body',
  headersTab: 'Headers',
  copyAsTab: 'Copy as',
  ms,
  left,
  result: (parts: { status: string; ms: number; bytes: string; left: number | undefined }) =>
    [parts.status, ms(parts.ms), parts.bytes, ...(parts.left === undefined ? [] : [left(parts.left)])].join(', '),
  showAllLines: (count: number) => `Show all ${number(count)} lines`,
  waiting: (seconds: number) => `Waiting for Podio… ${number(seconds)} s`,
  copy: 'Copy',
  copied: 'Copied the answer.',
  download: 'Download',
  find: {
    open: 'Find',
    label: 'Find in the answer',
    previous: 'Previous match',
    next: 'Next match',
    none: 'Not in what is shown.',
    which: (index: number, count: number, more: boolean) => `${number(index)} of ${number(count)}${more ? ' or more' : ''}`,
  },
  cutAt: (shown: string, whole: string) => `The first ${shown} of ${whole}. Download it to see the rest.`,
  binary: (type: string, size: string) => `${type || 'Binary data'}, ${size}. Download it to open it.`,
  noContent: 'Podio answered without a body.',
  redirect: 'Podio answered with a redirect, which is never followed. The browser does not show where to.',
  headerName: 'Name',
  headerValue: 'Value',
  headersTable: 'Response headers',

  copyAs: 'Copy as',
  podioJs: 'podio-js is marked as unmaintained. podio-keyring/podio-js takes its place, with the same calls.',
  copyCode: 'Copy code',
  code: 'Code',

  start: {
    text: "Send a call to see Podio's answer. Or start from:",
    getApp: 'Get app',
    filterItems: 'Filter items',
    getCurrentUser: 'Get current user',
  },

  readOnly: {
    why: (name: string) => `${name} is read-only in this keyring: the server sends nothing that changes data.`,
    change: 'Change that',
  },
  guard: {
    title: (method: string, name: string) => `Send ${method} as ${name}?`,
    text: (method: string, path: string) => `${method} ${path} changes data in Podio.`,
    quiet: 'Podio is asked to notify nobody and to call no webhooks.',
    confirm: (method: string) => `Send ${method}`,
  },
  shortcut: (keys: string) => `${keys} sends from anywhere on this page.`,
};
