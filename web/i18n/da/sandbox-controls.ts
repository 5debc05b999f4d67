import { formatter } from '../format.ts';
import type { Words } from '../words.ts';

const { number, plural } = formatter('da');
const authentications = (count: number) => `${number(count)} ${plural(count, { one: 'godkendelse', other: 'godkendelser' })}`;

/** What can be done with the sandbox that stands in for Podio. */
export const sandboxControls: Words['sandboxControls'] = {
  title: 'Sandkassens styring',
  about: 'Alt dette sker i sandkassen, som træder i stedet for Podio. Intet når den rigtige.',
  loading: 'Henter styringen',
  failed: (reason) => `Sandkassen gjorde det ikke: ${reason}`,

  time: 'Tid',
  hours: 'Gå 8 timer frem (adgangstokens udløber)',
  hoursDone: 'Sandkassens ur gik 8 timer frem. Hver godkendelses næste kald fornyer dens token.',
  days: 'Gå 28 dage frem (fornyelsestokens udløber)',
  daysDone: 'Sandkassens ur gik 28 dage frem. Hver godkendelse skal logge ind igen ved sit næste kald.',

  trouble: 'Besvær',
  useUp: 'Brug alle kald op',
  usedUp: 'Ingen godkendelse har kald tilbage i denne time.',
  giveBack: 'Giv kaldene tilbage',
  gaveBack: 'Der er kald igen.',
  slow: 'Gør Podio langsom (3 s)',
  slowOn: 'Podio bruger nu 3 sekunder på hvert svar.',
  slowOff: 'Podio er så hurtig som ellers.',
  fail: 'Få Podio til at fejle (503)',
  failOn: 'Podio svarer nu 503 på hvert kald.',
  failOff: 'Podio virker igen.',

  data: 'Godkendelser og data',
  fillers: (count) => `Tilføj ${number(count)} fyldapps`,
  fillersDone: (count) => `${authentications(count)} tilføjet.`,
  fillersStopped: (count, reason) => `${authentications(count)} tilføjet, derefter stoppet: ${reason}`,
  fillersHeld: 'De er alle i din nøglering.',
  progress: 'Tilføjer fyldapps',
  progressText: (done, total) => `${number(done)} af ${number(total)}`,
  stop: 'Stop',
  stoppedByYou: 'du stoppede det.',
  signedOut: 'du loggede ud af alt.',
  full: 'din nøglering er fuld.',
  reset: 'Nulstil sandkassen',
  resetDone: 'Sandkassen er som ved starten: dens data, dens ur, og ingen er logget ind. Log ind igen, hvor en side beder om det.',

  planted: 'Apps, der driller',
  plantedApps: {
    22190: 'har ingen elementer.',
    22191: 'logger ind, men afvises, når dens token skal fornyes: log ind igen.',
    22192: 'bruger 3 sekunder på hvert svar.',
    22193: 'svarer 503 på hvert andet kald.',
    22194: 'har 3 kald tilbage, derefter 420.',
  },
};
