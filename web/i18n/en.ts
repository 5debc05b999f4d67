import { apiCall } from './en/api-call.ts';
import { authentications } from './en/authentications.ts';
import { callback } from './en/callback.ts';
import { callsWords } from './en/calls.ts';
import { common } from './en/common.ts';
import { compare } from './en/compare.ts';
import { errors } from './en/errors.ts';
import { explorer } from './en/explorer.ts';
import { home } from './en/home.ts';
import { importWords } from './en/import.ts';
import { itemWords } from './en/item.ts';
import { itemsWords } from './en/items.ts';
import { sandboxControls } from './en/sandbox-controls.ts';
import { shell } from './en/shell.ts';
import { signIn } from './en/sign-in.ts';
import { signInAgain } from './en/sign-in-again.ts';
import { signOut, states, switcher } from './en/switcher.ts';

/** All words of the app in English. Another language is another object of this shape. */
export const en = {
  language: 'en',
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
