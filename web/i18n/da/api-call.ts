import type { Words } from '../words.ts';

/** The call behind a view, wherever it is shown. */
export const apiCall: Words['apiCall'] = {
  show: 'Vis API-kald',
  region: 'API-kald',
  status: (status, phrase) => `${status}${phrase ? ` ${phrase}` : ''}`,
  asked: 'Spurgt',
  answered: 'Svaret',
  body: 'Indhold',
  copyAs: (format) => `Kopiér som ${format}`,
  copied: (format, variables) =>
    `Kopieret som ${format}. Læg ${variables.length > 1 ? 'dine adgangsoplysninger' : 'dit token'} i ${new Intl.ListFormat('da').format(variables)}.`,
  requestId: 'Podios nummer for dette kald (x-podio-request-id):',
  copy: 'Kopiér',
  copyRequestId: 'Kopiér kaldets id',
  requestIdCopied: 'Kopierede kaldets id.',
  open: 'Åbn i API Explorer',
  waiting: 'Venter på Podio…',
};
