import { apiCall } from './da/api-call.ts';
import { authentications } from './da/authentications.ts';
import { callback } from './da/callback.ts';
import { callsWords } from './da/calls.ts';
import { common } from './da/common.ts';
import { compare } from './da/compare.ts';
import { errors } from './da/errors.ts';
import { explorer } from './da/explorer.ts';
import { home } from './da/home.ts';
import { importWords } from './da/import.ts';
import { itemWords } from './da/item.ts';
import { itemsWords } from './da/items.ts';
import { sandboxControls } from './da/sandbox-controls.ts';
import { shell } from './da/shell.ts';
import { signIn } from './da/sign-in.ts';
import { signInAgain } from './da/sign-in-again.ts';
import { signOut, states, switcher } from './da/switcher.ts';
import type { Dictionary } from './words.ts';

/** All words of the app in Danish. */
export const da: Dictionary = {
  language: 'da',
  common,
  signIn,
  signInAgain,
  callback,
  import: importWords,
  shell,
  switcher,
  states,
  signOut,
  authentications,
  home,
  items: itemsWords,
  item: itemWords,
  explorer,
  calls: callsWords,
  apiCall,
  compare,
  sandboxControls,
  errors,
};
