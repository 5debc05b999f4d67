/**
 * The parts of Podio's answers that the screens read, with Podio's own names. Nothing promises that an answer has this
 * form: whoever reads one takes what is missing as absent.
 *
 * @see https://developers.podio.com/doc
 */

/** One value of a field, in the form that the field's type has. */
export type FieldValue = Record<string, unknown>;

export interface ItemField {
  field_id: number;
  external_id: string;
  type: string;
  label?: string;
  config?: { settings?: Record<string, unknown> | null };
  values: FieldValue[];
}

export interface Item {
  /** Counts over all of Podio. */
  item_id: number;
  /** Counts within the app. */
  app_item_id: number;
  app_item_id_formatted?: string;
  title?: string;
  fields?: ItemField[];
}

/** Who did something: a person, or an app. */
export interface Byline {
  type?: string;
  id?: number;
  name?: string;
}

export interface PodioFile {
  file_id: number;
  name?: string;
  mimetype?: string;
  /** In bytes. */
  size?: number;
  description?: string | null;
}

/** An item as it stands in a field of another. */
export interface ItemReference {
  item_id: number;
  app_item_id?: number;
  title?: string;
  app?: Pick<App, 'app_id' | 'config' | 'name'>;
}

/** One item whole. Times are `YYYY-MM-DD HH:MM:SS` in UTC. */
export interface WholeItem extends Item {
  external_id?: string | null;
  /** Its page at Podio. */
  link?: string;
  app?: Pick<App, 'app_id' | 'config' | 'name'>;
  created_on?: string;
  created_by?: Byline | null;
  created_via?: { name?: string } | null;
  current_revision?: { revision?: number; created_on?: string; created_by?: Byline | null } | null;
  revisions?: unknown[];
  comments?: unknown[];
  files?: PodioFile[];
  tags?: string[];
}

/** The answer of a filter. */
export interface ItemList {
  /** All items of the app. */
  total: number;
  /** Those that match, on all pages. */
  filtered: number;
  items: Item[];
}

export interface AppField {
  field_id: number;
  external_id: string;
  type: string;
  label?: string;
  status?: string;
  config?: {
    label?: string;
    delta?: number;
    required?: boolean;
    visible?: boolean;
    hidden?: boolean;
    settings?: Record<string, unknown> | null;
  };
}

export interface App {
  app_id: number;
  space_id?: number;
  status?: string;
  config?: { name?: string; item_name?: string };
  name?: string;
  fields?: AppField[];
  space?: { name?: string };
}

export interface Space {
  space_id: number;
  name: string;
  url?: string;
}

export interface Organisation {
  org_id: number;
  name: string;
  spaces?: Space[];
}

/** What an app is called, in its full and in its short form. */
export const appName = (app: Pick<App, 'config' | 'name' | 'app_id'>): string => app.config?.name ?? app.name ?? `app ${app.app_id}`;
