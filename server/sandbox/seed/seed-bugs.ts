import { createEmbed } from '../embeds.ts';
import type { Store, StoredApp } from '../store.ts';
import { addItems } from './add-items.ts';
import { adaProfile, byAda, graceProfile } from './people.ts';
import { dueDate, pick } from './seed-items.ts';

const bugs = 1204;

/** 1,204 bugs that between them have values in every type of field; the last, 1204, is the newest. */
export function seedBugs(store: Store, app: StoredApp): void {
  putFieldIds(app);
  const screenshots = seedScreenshots(store, app.appId);
  const links = ['status', 'roadmap', 'forum'].map((name) => createEmbed(`https://${name}.example.com/`, store).embedId);
  const projects = [...store.itemsOf(22117).values()].map(({ itemId }) => itemId);
  addItems(store, app, {
    count: bugs,
    titleOf,
    fieldsOf: (index) => ({
      status: (index % 5) + 1,
      severity: ((index * 3) % 4) + 1,
      owner: index % 11 === 0 ? [] : [index % 2 === 0 ? adaProfile : graceProfile],
      amount: index % 7 === 0 ? [] : { value: (index * 37.25) % 5000, currency: pick(['EUR', 'DKK', 'USD'], index) },
      due: index % 9 === 0 ? [] : { start_date: dueDate(index % 365) },
      seen: {
        start_utc: `${dueDate(index % 200)} 08:${String(index % 60).padStart(2, '0')}:00`,
        end_utc: `${dueDate(index % 200)} 12:00:00`,
      },
      project: index % 4 === 0 ? [] : [pick(projects, index)],
      effort: 0.5 + (index % 20) / 2,
      progress: (index * 7) % 101,
      'time-spent': (index % 48) * 900,
      reproducible: (index % 2) + 1,
      labels: index % 3 === 0 ? [] : [pick(labels, index), pick(labels, index + 1)],
      screenshots: index % 50 === 3 ? [pick(screenshots, index)] : [],
      link: index % 40 === 3 ? [{ embed: pick(links, index) }] : [],
      'reporter-phone': index % 6 === 3 ? [{ type: 'work', value: `+45 70 00 ${String(1000 + index)}` }] : [],
      'reporter-email': index % 2 === 1 ? [{ type: 'work', value: `reporter${index % 90}@example.org` }] : [],
      place: index % 8 === 3 ? pick(places, Math.floor(index / 8)) : [],
      description: `<p>${titleOf(index)} since version ${1 + (index % 9)}.${index % 12}.</p>`,
    }),
  });
}

const titleOf = (index: number): string => `${pick(subjects, index)} ${pick(troubles, index * 5 + Math.floor(index / subjects.length))}`;

/** Calculations name the fields they read by id, and ids are given when the app is made. */
function putFieldIds({ fields }: StoredApp): void {
  const idOf = (externalId: string) => fields.find((field) => field.externalId === externalId)?.fieldId;
  for (const { settings } of fields) {
    for (const name of ['expression', 'script'])
      if (settings && typeof settings[name] === 'string')
        settings[name] = settings[name].replace(/\]\(([a-z-]+)\)/g, (_, externalId: string) => `](field_${idOf(externalId)})`);
  }
}

/** A transparent pixel: enough for a picture that can be shown. */
const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

function seedScreenshots(store: Store, appId: number): number[] {
  return ['login', 'search', 'export'].map((name) => {
    const fileId = store.nextId('file');
    store.files.set(fileId, {
      fileId,
      name: `${name}.png`,
      mimetype: 'image/png',
      description: null,
      bytes: pixel,
      createdOn: Date.UTC(2025, 1, 1),
      createdBy: byAda,
      attachedTo: { type: 'app', id: appId },
      replaces: [],
    });
    return fileId;
  });
}

const subjects = [
  'Login page',
  'Search',
  'CSV export',
  'Calendar',
  'Invoice PDF',
  'Notifications',
  'File upload',
  'Mobile menu',
  'Weekly report',
  'Password reset',
  'Import wizard',
];
const troubles = [
  'shows a blank page',
  'forgets the chosen language',
  'is slow with many rows',
  'cuts off long names',
  'ignores the time zone',
  'fails in Safari',
  'asks twice for confirmation',
  'counts deleted items',
  'loses the cursor',
  'shows the wrong currency',
  'breaks at 320 pixels',
  'sorts Å before A',
  'sends two mails',
];
const labels = ['regression', 'ui', 'api', 'performance', 'accessibility', 'security'];
const places = [
  {
    value: 'Vesterbrogade 3, 1630 Copenhagen, Denmark',
    street_address: 'Vesterbrogade 3',
    postal_code: '1630',
    city: 'Copenhagen',
    country: 'Denmark',
    lat: 55.6737,
    lng: 12.5681,
  },
  {
    value: 'Store Torv 1, 8000 Aarhus, Denmark',
    street_address: 'Store Torv 1',
    postal_code: '8000',
    city: 'Aarhus',
    country: 'Denmark',
    lat: 56.1572,
    lng: 10.2107,
  },
  {
    value: 'Flakhaven 2, 5000 Odense, Denmark',
    street_address: 'Flakhaven 2',
    postal_code: '5000',
    city: 'Odense',
    country: 'Denmark',
    lat: 55.3959,
    lng: 10.3883,
  },
];
