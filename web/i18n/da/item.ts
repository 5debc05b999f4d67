import { formatter } from '../format.ts';
import type { Words } from '../words.ts';

const { number } = formatter('da');

/** One item. */
export const itemWords: Words['item'] = {
  page: 'Element',
  unnamed: (itemId) => `Element ${itemId}`,
  back: 'Tilbage til elementer',
  loading: 'Henter elementet',
  number: (formatted) => `#${formatted}`,
  id: (itemId) => `element ${itemId}`,
  created: { before: (by) => (by ? `oprettet af ${by}, ` : 'oprettet '), after: '' },
  fields: 'Felter',
  noFields: 'Ingen felter i dette element har en værdi.',
  empty: (labels) => `Tomme: ${new Intl.ListFormat('da').format(labels)}`,
  rawJson: 'Rå JSON',

  about: {
    title: 'Om dette element',
    itemId: 'Element-id',
    appItemId: 'Nummer i appen',
    externalId: 'Eksternt id',
    app: 'App',
    revisions: 'Revisioner',
    changed: 'Sidst ændret',
    changedBy: (when, by) => (by ? `${when}, af ${by}` : when),
    via: 'Oprettet via',
    comments: 'Kommentarer',
    tags: 'Mærker',
    link: 'Link',
    open: 'Åbn i Podio',
    copy: 'Kopiér',
    copyItemId: 'Kopiér element-id',
    copyAppItemId: 'Kopiér nummer i appen',
    copyExternalId: 'Kopiér eksternt id',
  },

  values: {
    kinds: {
      mobile: 'mobil',
      work: 'arbejde',
      home: 'hjem',
      main: 'hovednummer',
      work_fax: 'fax, arbejde',
      private_fax: 'fax, privat',
      other: 'andet',
    },
    map: 'Vis på et kort',
    files: 'Filer',
    untitledFile: (id) => `Fil ${number(id)}`,
    showPicture: 'Vis',
    showNamed: (name) => `Vis ${name}`,
    loadingPicture: (name) => `Henter ${name}`,
    download: 'Hent',
    downloadNamed: (name) => `Hent ${name}`,
    downloading: 'Henter…',
    cancelNamed: (name) => `Annuller hentning af ${name}`,
    downloaded: (name) => `${name} er hentet.`,
  },

  references: {
    cannotOpen: (name, app) => `${name} kan ikke åbne elementer i ${app}.`,
    openAs: (named) => `Åbn som ${named}`,
    add: (reference) => `Tilføj ${reference}`,
    untitled: 'Uden titel',
  },

  notFound: {
    title: 'Elementet blev ikke fundet',
    hint: 'Adressen har item_id, som tæller på tværs af hele Podio. Numre som #12 er app_item_id og tæller inden for deres app.',
    meant: (number, app) => `Mente du #${number} i ${app}?`,
    offer: (number, title) => `Åbn #${number} ${title}`,
  },
};
