import { formatter } from '../format.ts';
import type { Words } from '../words.ts';

const { number, plural } = formatter('da');

/** Home of a person. */
export const home: Words['home'] = {
  page: 'Apps',
  find: 'Find en app',
  apps: (count) => `${number(count)} ${plural(count, { one: 'app', other: 'apps' })}`,
  appsIn: (space) => `Apps i ${space}`,
  actAs: (named) => `Handl som ${named}`,
  actAsShort: 'Handl som',
  tokenHidden: (app, person) =>
    `Podio viste ikke token for ${app}: ${person} administrerer ikke denne app, eller denne nøglerings API-nøgle har ikke det nødvendige tillidsniveau. Indsæt dit token i stedet.`,
  keyringFull: 'Din nøglering er fuld. Log ud af en, du ikke længere bruger, og prøv igen.',
  method: {
    authorization_code: 'logget ind med Podio',
    app: 'logget ind med et app-token',
    password: 'logget ind med en adgangskode',
  },
  allPermissions: 'alle rettigheder',
  permissions: (scope) => `rettigheder ${scope}`,
  loading: 'Henter arbejdsområder',
  noApps: 'Der er ingen apps i dette arbejdsområde.',
  noMatch: (query) => `Ingen app passer til “${query}”.`,
  showAll: 'Vis alle',
  restOf: (count) => `Vis ${number(count)} ${plural(count, { one: 'arbejdsområde', other: 'arbejdsområder' })} mere`,
  restCosts: (count) => `Det giver ${number(count)} kald til Podio. Der søges i de viste arbejdsområder.`,
  empty: {
    text: (name) => `${name} er ikke i noget arbejdsområde endnu. Opret et i Podio, og genindlæs så.`,
    open: 'Åbn Podio',
  },
  noSpaces: 'Der er ingen arbejdsområder i denne organisation.',
};
