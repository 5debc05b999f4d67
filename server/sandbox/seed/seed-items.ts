import type { Store } from '../store.ts';
import { addItems } from './add-items.ts';
import { adaProfile, at, dayMs, graceProfile } from './people.ts';
import type { SeededApps } from './seed-apps.ts';

/** The date `days` after the first day of 2026. */
export const dueDate = (days: number): string => new Date(at('2026-01-01 00:00:00') + days * dayMs).toISOString().slice(0, 10);

export const pick = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

/** Items of all apps but Bugs and Contacts. */
export function seedItems(store: Store, apps: SeededApps): void {
  addItems(store, apps.projects, {
    count: 64,
    titleOf: (index) => `${pick(works, index)} ${pick(customers, index * 7)}`,
    fieldsOf: (index) => ({
      status: (index % 4) + 1,
      owner: [index % 3 === 0 ? graceProfile : adaProfile],
      amount: { value: 2500 + index * 775.5, currency: pick(['EUR', 'DKK', 'USD'], index) },
      due: { start_date: dueDate(index * 3) },
      progress: (index * 13) % 101,
      'team-size': 1 + (index % 9),
      notes: `<p>Agreed with ${pick(customers, index * 7)}; next step: ${pick(steps, index)}.</p>`,
    }),
  });
  addItems(store, apps.leads, {
    count: 48,
    titleOf: (index) => `${pick(customers, index)} – ${pick(works, index * 5).toLowerCase()}`,
    fieldsOf: (index) => ({
      status: (index % 4) + 1,
      owner: [index % 2 === 0 ? adaProfile : graceProfile],
      amount: { value: 900 + index * 430, currency: pick(['EUR', 'DKK'], index) },
      email: [{ type: 'work', value: `contact${index + 1}@example.org` }],
      due: { start_date: dueDate(10 + index * 2) },
    }),
  });
  for (const [filler, app] of apps.fillers.entries())
    addItems(store, app, {
      count: 3 + (filler % 3),
      titleOf: (index) => `${pick(steps, filler + index)} (${app.name.toLowerCase()})`,
      fieldsOf: (index) => ({
        status: (index % 2) + 1,
        owner: [index % 2 === 0 ? adaProfile : graceProfile],
        due: { start_date: dueDate(filler + index * 11) },
      }),
    });
  for (const app of apps.planted)
    addItems(store, app, {
      count: 12,
      titleOf: (index) => `${app.itemName} ${String(index + 1).padStart(3, '0')}: ${pick(customers, index)}`,
      fieldsOf: (index) => ({
        status: (index % 2) + 1,
        owner: [index % 2 === 0 ? adaProfile : graceProfile],
        amount: { value: 120 + index * 65, currency: 'EUR' },
        due: { start_date: dueDate(index * 7) },
      }),
    });
}

const works = [
  'Website for',
  'Warehouse for',
  'Mobile app for',
  'Data migration for',
  'Support desk for',
  'Billing for',
  'Intranet for',
  'Audit of',
];
const customers = [
  'Nordlys',
  'Blue Harbour',
  'Kastrup Logistics',
  'Møller & Søn',
  'Green Fields',
  'Orbit Foods',
  'Tivoli Tours',
  'Øresund Bank',
  'Lagoon Labs',
];
const steps = [
  'Write the offer',
  'Order the parts',
  'Plan the kick-off',
  'Check the contract',
  'Call the customer',
  'Review the design',
  'Train the team',
];
