/** The call behind a view, wherever it is shown. */
export const apiCall = {
  show: 'Show API call',
  region: 'API call',
  status: (status: number, phrase: string) => `${status}${phrase ? ` ${phrase}` : ''}`,
  asked: 'Asked',
  answered: 'Answered',
  body: 'Body',
  copyAs: (format: string) => `Copy as ${format}`,
  copied: (format: string, variables: readonly string[]) =>
    `Copied as ${format}. Put your ${variables.length > 1 ? 'credentials' : 'token'} in ${new Intl.ListFormat('en').format(variables)}.`,
  /** Before the value of the header `x-podio-request-id`. */
  requestId: "Podio's number for this call (x-podio-request-id):",
  copy: 'Copy',
  copyRequestId: 'Copy request ID',
  requestIdCopied: 'Copied the request ID.',
  open: 'Open in explorer',
  waiting: 'Waiting for Podio…',
};
