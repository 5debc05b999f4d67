/** The call behind a view, wherever it is shown. */
export const apiCall = {
  show: 'Show API call',
  region: 'API call',
  status: (status: number, phrase: string) => `${status}${phrase ? ` ${phrase}` : ''}`,
  asked: 'Asked',
  answered: 'Answered',
  body: 'Body',
  copyAs: (format: string) => `Copy as ${format}`,
  copied: (format: string) => `Copied as ${format}. Put your token in PODIO_ACCESS_TOKEN.`,
  open: 'Open in explorer',
  waiting: 'Waiting for Podio…',
};
