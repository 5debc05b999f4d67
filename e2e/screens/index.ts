import { consoleScreens } from './console.ts';
import { moreConsoleScreens } from './more-console.ts';
import { moreSignInScreens } from './more-sign-in.ts';
import { moreTroubleScreens } from './more-trouble.ts';
import type { Screen } from './screen.ts';
import { signInScreens } from './sign-in.ts';
import { troubleScreens } from './trouble.ts';

/** Every screen of the product, in each state that looks different. */
export const screens: Screen[] = [
  ...signInScreens,
  ...moreSignInScreens,
  ...consoleScreens,
  ...moreConsoleScreens,
  ...troubleScreens,
  ...moreTroubleScreens,
];
