import { formatter } from '../format.ts';

const { number } = formatter('en');

/** One item. */
export const itemWords = {
  page: 'Item',
  /** Until its title is known. */
  unnamed: (itemId: number) => `Item ${itemId}`,
  back: 'Back to items',
  loading: 'Loading the item',
  /** `#1204 · item 55501204` */
  number: (formatted: string) => `#${formatted}`,
  id: (itemId: number) => `item ${itemId}`,
  /** What stands around `3 days ago`. */
  created: { before: (by: string | undefined) => (by ? `created by ${by}, ` : 'created '), after: '' },
  fields: 'Fields',
  noFields: 'No field of this item has a value.',
  empty: (labels: string[]) => `Empty: ${new Intl.ListFormat('en').format(labels)}`,
  rawJson: 'Raw JSON',

  about: {
    title: 'About this item',
    itemId: 'Item ID',
    appItemId: 'Number in the app',
    externalId: 'External ID',
    app: 'App',
    revisions: 'Revisions',
    changed: 'Last changed',
    changedBy: (when: string, by: string | undefined) => (by ? `${when}, by ${by}` : when),
    via: 'Created via',
    comments: 'Comments',
    tags: 'Tags',
    link: 'Link',
    open: 'Open in Podio',
    copy: 'Copy',
    copyItemId: 'Copy item ID',
    copyAppItemId: 'Copy number in the app',
    copyExternalId: 'Copy external ID',
  },

  values: {
    /** Kinds of telephone numbers and mail addresses. */
    kinds: {
      mobile: 'mobile',
      work: 'work',
      home: 'home',
      main: 'main',
      work_fax: 'work fax',
      private_fax: 'private fax',
      other: 'other',
    } as Record<string, string>,
    map: 'Show on a map',
    files: 'Files',
    untitledFile: (id: number) => `File ${number(id)}`,
    showPicture: 'Show',
    showNamed: (name: string) => `Show ${name}`,
    loadingPicture: (name: string) => `Loading ${name}`,
    download: 'Download',
    downloadNamed: (name: string) => `Download ${name}`,
    downloading: 'Downloading…',
    cancelNamed: (name: string) => `Cancel download of ${name}`,
    downloaded: (name: string) => `Downloaded ${name}.`,
  },

  references: {
    cannotOpen: (name: string, app: string) => `${name} cannot open items of ${app}.`,
    openAs: (named: string) => `Open as ${named}`,
    add: (reference: string) => `Add ${reference}`,
    untitled: 'Without a title',
  },

  notFound: {
    title: 'Item not found',
    /** A number this small is rather one within an app. */
    hint: 'The address has the item_id, which counts over all of Podio. Numbers like #12 are the app_item_id and count within their app.',
    meant: (number: string, app: string) => `Did you mean #${number} of ${app}?`,
    offer: (number: string, title: string) => `Open #${number} ${title}`,
  },
};
