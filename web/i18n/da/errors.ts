import { formatter } from '../format.ts';
import type { Words } from '../words.ts';

const { number } = formatter('da');

/** What to say when a call did not work. Podio's own words are only ever quoted. */
export const errors: Words['errors'] = {
  badCall: 'Podio forstod ikke dette kald.',
  itSaid: 'Den sagde:',
  signInAgain: (name) => `${name} skal logge ind igen.`,
  gone401: (name) => `${name} er ikke længere i denne browsers nøglering. Log ind igen for at fortsætte.`,
  payment: 'Podio kræver et betalt abonnement til dette.',
  forbidden: (name) => `${name} må ikke gøre dette.`,
  notFound: (name) => `Podio fandt intet på denne adresse eller skjuler det for ${name}.`,
  conflict: 'Nogen har ændret dette imens. Hent det igen, og gentag så din ændring.',
  deleted: 'Dette er slettet i Podio.',
  rateLimited: (name) => `${name} har brugt sine kald for denne time.`,
  refused: (status) => `Podio afviste dette kald (${status}).`,
  podioDown: (status) => `Podio har et problem (${status}). Dit kald var ikke årsagen.`,
  podioTimeout: 'Podio svarede ikke inden for 30 sekunder.',
  podioUnreachable: 'Podio kan ikke nås lige nu.',
  podioNonsense: 'Podio gav et svar, der ikke giver mening.',
  clientRejected: 'Denne nøglering er ikke sat rigtigt op: Podio accepterer ikke dens API-nøgle. Sig det til den, der driver den.',
  readOnly: (name) => `${name} er sat til kun at læse i denne nøglering. Intet blev sendt.`,
  forbiddenPath: 'Denne adresse udleverer eller afslutter loginoplysninger og kan derfor ikke kaldes gennem nøgleringen. Intet blev sendt.',
  badRequest: (detail) => `Nøgleringens server sendte ikke dette kald: ${detail}`,
  storeDown: 'Nøgleringens server kan ikke nå sit lager. Prøv igen om lidt.',
  other: (detail) => `Nøgleringens server afviste dette: ${detail}`,
  serverDown: 'Nøgleringens server svarer ikke.',
  notOurs: 'Dette svar kom ikke fra nøgleringens server.',
  cancelled: 'Hentningen blev annulleret.',
  broken: 'Noget på denne side gik galt.',
  ours: 'Sagt af nøgleringens server, ikke af Podio:',

  editCall: 'Ret kaldet',
  tryAnother: 'Prøv en anden godkendelse',
  reload: 'Genindlæs',
  backToItems: 'Tilbage til elementer',

  limit: {
    title: (name) => `${name} har brugt sine kald for denne time`,
    text: (ordinary, heavy) => `Podio tillader ${number(ordinary)} kald i timen, ${number(heavy)} af de tunge.`,
    until: (time) => `Podio siger ikke, hvornår tællingen begynder forfra: senest kl. ${time}, en time efter denne afvisning.`,
    told: (time) => `Podio siger, at du skal vente til kl. ${time}.`,
  },

  cannotOpen: {
    page: 'Ikke tilladt',
    title: (name) => `${name} kan ikke åbne dette`,
    another: 'Det kan en anden godkendelse måske.',
    others: 'Åbn med en anden godkendelse',
  },
};
