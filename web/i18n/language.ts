import { onChangeInOtherTab } from '../api/browser-storage.ts';

/** The languages of the app, by their names in themselves. */
export const languages = { en: 'English', da: 'Dansk' };
export type Language = keyof typeof languages;

const key = 'keyring:language';
const isLanguage = (tag: string): tag is Language => Object.hasOwn(languages, tag);
let chosen: Language | undefined = remembered();

/** What the page's first script chose: the remembered language, else the first of the browser's that we have. */
export const languageOfPage = (): Language => {
  const tag = document.documentElement.lang;
  return isLanguage(tag) ? tag : 'en';
};

/** Remembers a choice of the person's. */
export function chooseLanguage(language: Language): void {
  chosen = language;
  keepLanguage();
}

/** Writes the choice down, again after the browser's storage was cleared. */
export function keepLanguage(): void {
  if (!chosen) return;
  try {
    localStorage.setItem(key, chosen);
  } catch {
    // Storage is forbidden: the choice lasts as long as the page.
  }
}

function remembered(): Language | undefined {
  try {
    const tag = localStorage.getItem(key) ?? '';
    return isLanguage(tag) ? tag : undefined;
  } catch {
    return undefined;
  }
}

/** Calls back when the person chooses a language in another tab of this browser. */
export function onChoiceInOtherTab(listener: (language: Language) => void): void {
  onChangeInOtherTab(key, (tag) => {
    if (tag === null || tag === chosen || !isLanguage(tag)) return;
    chosen = tag;
    listener(tag);
  });
}
