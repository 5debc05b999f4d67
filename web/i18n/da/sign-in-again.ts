import type { Words } from '../words.ts';

/** Repairing an authentication that Podio no longer renews, in place. */
export const signInAgain: Words['signInAgain'] = {
  region: 'Login nødvendigt',
  needed: (name) => `${name} skal logge ind igen.`,
  since: (time) => `Du ser data fra ${time}.`,
  title: (name) => `Log ind igen som ${name}`,
  ended: 'Podio har afsluttet denne godkendelse.',
  kept: 'Dit kald og din tekst er gemt.',
  submit: 'Log ind',
  submitAndSend: 'Log ind og send igen',
  notNow: 'Ikke nu',
  done: (name) => `Logget ind som ${name} igen.`,
  notRepeated: { before: 'Logget ind igen. Dit kald blev', strong: 'ikke', after: 'gentaget. Send det, når du er klar.' },
  podio: {
    button: 'Fortsæt med Podio',
    busy: 'Venter på den anden fane…',
    opens: 'Podio åbner i en ny fane. Denne side fortsætter af sig selv, når du har logget ind dér.',
    blocked: 'Denne browser åbnede ikke en ny fane.',
    here: 'Fortsæt her i stedet',
    going: 'Går til Podio…',
  },
  other: (name, wanted) => `Det var ${name}, som nu er i din nøglering. ${wanted} skal stadig logge ind igen.`,
  keyringEnded: {
    page: 'Log ind',
    title: 'Din nøglering er udløbet',
    text: 'Du skal logge ind igen. En kladde i denne fane er gemt.',
  },
};
