import { formatter } from '../format.ts';
import type { Words } from '../words.ts';

const { number, plural } = formatter('da');
const seconds = (count: number) => `${number(count)} ${plural(count, { one: 'sekund', other: 'sekunder' })}`;

/** The sign-in pages. */
export const signIn: Words['signIn'] = {
  page: 'Log ind',
  title: 'Log ind i Podio',
  addTitle: 'Tilføj godkendelse',
  backTo: (name) => `Tilbage til ${name}`,
  promise: 'Adgangstokens bliver på serveren. Sider i din browser ser dem aldrig.',
  firstVisit: 'Saml alle dine Podio-brugere og -apps ét sted, og handl som hvem du vil af dem.',
  alreadyHere: (names) => `Allerede logget ind: ${new Intl.ListFormat('da').format(names)}.`,
  alreadyMany: (count) => `Allerede logget ind: ${number(count)} godkendelser.`,
  seeAll: 'Se alle',
  signedOutOfEverything: 'Du er logget ud af alt.',
  or: 'eller',

  podio: {
    button: 'Fortsæt med Podio',
    busy: 'Går til Podio…',
    when: 'Podio spørger dig dér. Bedst for personer.',
    another: 'Podio bruger den person, der er logget ind på podio.com i denne browser. Log ud dér først for at tilføje en anden.',
    sandbox: (username, password) => `Log ind i sandkassen som ${username} med adgangskoden ${password}.`,
  },
  app: {
    link: 'Brug et app-id og app-token',
    when: 'Til én app, uden en person: scripts og integrationer.',
    title: 'Log ind som app',
    id: 'App-id',
    idHint: 'Kun tal. I Podio: Åbn appen, derefter indstillinger, derefter Udvikler.',
    token: 'App-token',
    reveal: { show: 'Vis app-token', hide: 'Skjul app-token', shown: 'App-token vises', hidden: 'App-token er skjult' },
    label: 'Eget navn (valgfrit)',
    submit: 'Log ind som app',
    filled: 'App-id og app-token er udfyldt.',
    isAddress: 'Det er appens adresse. Id’et står under Udvikler.',
    needsId: 'Skriv app-id’et',
    idIsNumber: 'Skriv app-id’et kun med tal, for eksempel 22119',
    needsToken: 'Skriv app-tokenet',
    rejected:
      'Podio accepterede ikke dette app-id og token. Kontrollér begge: Et token hører til én app, og et nyt token gør det gamle ubrugeligt.',
    samples: 'Sandkassens apps, klar til at udfylde:',
    fill: (named) => `Udfyld ${named}`,
  },
  password: {
    link: 'Brug et brugernavn og en adgangskode',
    when: 'Kun til test, eller hvor intet andet virker: En adgangskode åbner alt, hvad personen kan se.',
    title: 'Log ind med adgangskode',
    username: 'E-mailadresse',
    password: 'Adgangskode',
    reveal: { show: 'Vis adgangskode', hide: 'Skjul adgangskode', shown: 'Adgangskoden vises', hidden: 'Adgangskoden er skjult' },
    hint: 'Hvis du bruger Google, Microsoft eller totrinslogin, så brug Fortsæt med Podio.',
    submit: 'Log ind',
    needsUsername: 'Skriv din e-mailadresse',
    needsPassword: 'Skriv din adgangskode',
    rejected: 'Podio accepterede ikke denne e-mailadresse og adgangskode.',
    samples: 'Sandkassens personer, klar til at udfylde:',
    fill: (name) => `Udfyld ${name}`,
  },
  otherWays: 'Andre måder at logge ind på',
  busy: 'Logger ind…',
  samples: {
    question: 'Intet Podio ved hånden?',
    busy: 'Logger ind…',
    done: 'Eksempeldata fra sandkassen: Skift mellem en person og tre apps, eller kald API’et som hvem som helst af dem.',
  },

  permissions: {
    summary: 'Rettigheder',
    hint: 'Hvad du lader denne nøglering gøre i Podio. Du kan altid logge ind igen med andre.',
    legend: 'Bed Podio om',
    all: 'Alle rettigheder',
    read: 'Kun læsning',
    own: 'Eget valg',
    scope: 'Scope',
    scopeHint: 'Rettigheder som type:rettighed med mellemrum imellem, for eksempel user:read user:delete space:all.',
    about: 'Hvad rettighederne betyder',
    notAScope: 'Skriv rettigheder som type:rettighed, for eksempel user:read space:all',
    tooLong: 'Podio tager et scope på højst 100 tegn',
    asked: 'Du bad om',
    granted: 'Podio gav',
    unknown: 'ikke oplyst',
  },

  done: (name) => `Logget ind som ${name}.`,
  renewed: (name) => `Du var allerede logget ind som ${name}. Vi har fornyet det.`,
  actAs: (name) => `Handl som ${name}`,

  problems: {
    clientRejected: 'Denne nøglering er ikke sat rigtigt op: Podio accepterer ikke dens API-nøgle. Sig det til den, der driver den.',
    secondFactor: 'Denne konto har totrinslogin. Brug Fortsæt med Podio.',
    tooManyAttempts: (wait) => `For mange forsøg. Vent ${wait === undefined ? 'et minut' : seconds(wait)}, og prøv så igen.`,
    methodDisabled: 'Denne måde at logge ind på er slået fra her. Brug en anden.',
    notAllowed: 'Denne nøglering tager ikke imod denne godkendelse. Spørg den, der driver den.',
    unreachable: 'Podio kan ikke nås lige nu. Det, du skrev, er gemt. Prøv igen.',
    timeout: 'Podio svarede ikke inden for 30 sekunder. Det, du skrev, er gemt. Prøv igen.',
    nonsense: 'Podio gav et svar, der ikke giver mening. Det, du skrev, er gemt. Prøv igen.',
    store: 'Nøgleringens server kan ikke nå sit lager. Det, du skrev, er gemt. Prøv igen om lidt.',
    server: 'Nøgleringens server svarer ikke. Det, du skrev, er gemt. Prøv igen.',
    other: (detail) => `Nøgleringens server afviste dette: ${detail}`,
    cookies:
      'Dit login lykkedes, men denne browser gemte ikke dets cookies. Safari kasserer dem på http://localhost: Brug en anden browser, eller besøg denne nøglering over https. Hvis cookies er blokeret, så tillad dem for denne side.',
  },

  full: {
    title: 'Din nøglering er fuld',
    text: (held, capacity) =>
      `Den har ${number(held)} af ${number(capacity)} godkendelser. Log ud af en, du ikke længere bruger, og tilføj så denne.`,
    notKept: {
      app: 'Du skal bruge app-tokenet igen.',
      password: 'Du skal bruge adgangskoden igen.',
      authorization_code: '',
    },
    leastUsed: 'Længst siden brugt',
    signOutOf: (named) => `Log ud af ${named}`,
    still: 'Stadig fuld.',
  },
};
