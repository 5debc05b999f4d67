import type { Words } from '../words.ts';

/** Where Podio sends the browser back to. */
export const callback: Words['callback'] = {
  page: 'Log ind',
  title: 'Afslutter login…',
  waiting: 'Henter dit navn og dine arbejdsområder fra Podio.',
  toAuthentications: 'Gå til dine godkendelser',
  startAgain: 'Start forfra',
  denied: { title: 'Du gav ikke adgang', text: 'Intet blev tilføjet. Dine andre godkendelser er, som de var.' },
  mismatch: {
    title: 'Dette login kunne ikke genkendes',
    text: 'Det blev startet i en anden browser eller tog længere end 10 minutter. Start forfra.',
  },
  used: { title: 'Dette login er allerede brugt', text: 'Måske er du gået tilbage eller har genindlæst siden.' },
  failed: { title: 'Podio gjorde ikke dit login færdigt' },
  server: { title: 'Nøgleringens server gjorde ikke dit login færdigt' },
  cookies: { title: 'Denne browser gemte ikke dit login' },
  another: {
    title: (name) => `Du loggede ind som ${name}`,
    text: (name, wanted) =>
      `Du loggede ind som ${name}, ikke ${wanted}. ${first(name)} er nu i din nøglering. ${first(wanted)} skal stadig logge ind igen.`,
    goOn: (name) => `Fortsæt som ${name}`,
    again: (wanted) => `Prøv igen som ${wanted}`,
  },
  inOtherTab: { title: (name) => `Logget ind som ${name} igen`, text: 'Du kan lukke denne fane.' },
};

function first(name: string): string {
  return name.split(' ', 1)[0] ?? name;
}
