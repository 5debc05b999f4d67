import { consoleScreens } from './console.ts';
import type { Screen } from './screen.ts';
import { signInScreens } from './sign-in.ts';
import { troubleScreens } from './trouble.ts';

/** Every screen of the product, in each state that looks different. */
export const screens: Screen[] = [...signInScreens, ...consoleScreens, ...troubleScreens];
