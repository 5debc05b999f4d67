import { formatter } from '../format.ts';
import type { Words } from '../words.ts';

const { number, plural } = formatter('da');

/** The frame around every page below sign-in, and the pages it shows itself. */
export const shell: Words['shell'] = {
  skip: 'Gå til indhold',
  home: 'Podio Keyring, forside',
  navigation: 'Hovedmenu',
  items: 'Elementer',
  apps: 'Apps',
  explorer: 'API Explorer',
  explorerShort: 'Explorer',
  calls: 'Kald',
  meter: 'Kald tilbage i denne time',
  meterValue: (remaining, limit) => `${number(remaining)} af ${number(limit)} kald tilbage i denne time`,
  left: (remaining) => (remaining > 0 ? `${number(remaining)} tilbage` : 'Ingen tilbage'),
  low: (name, remaining) => `${name} har ${number(remaining)} kald tilbage i denne time.`,
  sandbox: { mark: 'Sandkasse', controls: 'Sandkassens styring' },
  shortcuts: {
    title: 'Tastaturgenveje',
    keys: 'Taster',
    does: 'Virkning',
    control: 'Ctrl',
    shift: 'Skift',
    enter: 'Enter',
    escape: 'Esc',
    switcher: 'Vælg, hvem du handler som',
    send: 'Send kaldet, også fra et tekstfelt',
    compare: 'Send og sammenlign med en anden godkendelse',
    shortcuts: 'Vis disse genveje',
    close: 'Luk den øverste dialog eller liste',
  },
  toDark: 'Skift til mørkt tema',
  toLight: 'Skift til lyst tema',
  loading: 'Henter din nøglering',
  actAs: 'Handl som:',
  inLanguage: 'Siden er nu på dansk.',
  languageNotLoaded: 'Sproget kunne ikke hentes. Prøv igen.',

  notFound: {
    page: 'Siden findes ikke',
    title: 'Siden findes ikke',
    text: 'Der er intet på denne adresse.',
    malformed: 'Adressen nævner hverken en bruger eller en app.',
  },
  needed: {
    page: 'Kræver en godkendelse',
    title: (who) => `Dette link kræver ${who}`,
    text: 'Du har ikke denne godkendelse i din nøglering. Tilføj den for at åbne linket, eller prøv en, du har.',
    add: (reference) => `Tilføj ${reference}`,
    others: 'Åbn med en anden godkendelse',
  },
  signedOut: {
    page: 'Logget ud',
    title: (name) => `Logget ud af ${name}`,
    elsewhere: (name) => `Du loggede ud af ${name} i en anden fane.`,
  },
  broken: {
    page: 'Siden gik i stykker',
    title: 'Siden gik i stykker',
    text: 'Det er Podio Keyrings fejl, ikke din. Intet blev sendt to gange. Genindlæs for at fortsætte.',
    notLoaded: 'Siden kunne ikke hentes',
  },
  cannotOpen: (name, app) => `${name} kan ikke åbne elementer i ${app}, så her er dens egne.`,
  unreachable: {
    page: 'Intet svar',
    title: 'Nøgleringens server svarer ikke',
    text: 'Intet er tabt. Dine godkendelser er på serveren.',
    banner: (waitSeconds) =>
      `Nøgleringens server svarer ikke. Prøver igen om ${number(waitSeconds)} ${plural(waitSeconds, { one: 'sekund', other: 'sekunder' })}.`,
    said: 'Nøgleringens server svarer ikke.',
    trying: 'Nøgleringens server svarer ikke. Prøver igen…',
    tryNow: 'Prøv nu',
    back: 'Nøgleringens server svarer igen.',
    offline: (since) => `Du er offline.${since ? ` Du ser data fra ${since}.` : ''}`,
    online: 'Du er online igen.',
    old: 'Denne side er ældre end serveren. Genindlæs for at få den nye.',
    reload: 'Genindlæs',
  },
};
