import { createStore, useStore } from '../api/store.ts';
import { en } from './en.ts';
import { formatter } from './format.ts';
import { chooseLanguage as choose, keepLanguage, type Language, languageOfPage, onChoiceInOtherTab } from './language.ts';
import type { Dictionary, Words } from './words.ts';

export { keepLanguage, type Language, type Words };

/** English comes with the app; whoever reads another language fetches that. */
const dictionaries: Record<Language, () => Promise<Dictionary>> = {
  en: async () => en,
  da: () => import('./da.ts').then(({ da }) => da),
};
const loaded = createStore<Words | undefined>(undefined);

/**
 * Fetches the words of a language and shows the app in it; before the first render, in the one that the page chose.
 * @throws TypeError when they cannot be fetched
 */
export async function loadWords(language: Language = languageOfPage()): Promise<void> {
  const dictionary = await dictionaries[language]();
  loaded.set({ ...dictionary, format: formatter(language) });
  document.documentElement.lang = language;
}

/** Shows the app in a language from now on, in this browser. @throws TypeError when its words cannot be fetched */
export async function chooseLanguage(language: Language): Promise<void> {
  await loadWords(language);
  choose(language);
}

onChoiceInOtherTab((language) => {
  loadWords(language).catch(() => undefined); // this tab stays as it is; its own button can try again
});

/** The words, in a component. */
export const useWords = (): Words => present(useStore(loaded));
/** The words, outside React. */
export const words = (): Words => present(loaded.get());

function present(words: Words | undefined): Words {
  if (!words) throw new Error('Words are used before they were loaded');
  return words;
}
