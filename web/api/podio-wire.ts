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
