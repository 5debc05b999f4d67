import { createItem } from '../items/write-item.ts';
import type { Store, StoredApp } from '../store.ts';
import { adaProfile, at, byAda, byGrace, dayMs, graceProfile, hourMs } from './people.ts';
import type { SeededApps } from './seed-apps.ts';

/** The date `days` after the first day of 2026. */
export const dueDate = (days: number): string => new Date(at('2026-01-01 00:00:00') + days * dayMs).toISOString().slice(0, 10);

export const pick = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

/** Items of all apps but Bugs and Contacts. */
export function seedItems(store: Store, apps: SeededApps): void {
  addItems(store, apps.projects, 64, (index) => ({
    title: `${pick(works, index)} ${pick(customers, index * 7)}`,
    status: (index % 4) + 1,
    owner: [index % 3 === 0 ? graceProfile : adaProfile],
    amount: { value: 2500 + index * 775.5, currency: pick(['EUR', 'DKK', 'USD'], index) },
    due: { start_date: dueDate(index * 3) },
    progress: (index * 13) % 101,
    'team-size': 1 + (index % 9),
    notes: `<p>Agreed with ${pick(customers, index * 7)}; next step: ${pick(steps, index)}.</p>`,
  }));
  addItems(store, apps.leads, 48, (index) => ({
    title: `${pick(customers, index)} – ${pick(works, index * 5).toLowerCase()}`,
    status: (index % 4) + 1,
    owner: [index % 2 === 0 ? adaProfile : graceProfile],
    amount: { value: 900 + index * 430, currency: pick(['EUR', 'DKK'], index) },
    email: [{ type: 'work', value: `contact${index + 1}@example.org` }],
    due: { start_date: dueDate(10 + index * 2) },
  }));
  for (const [filler, app] of apps.fillers.entries())
    addItems(store, app, 3 + (filler % 3), (index) => ({
      title: `${pick(steps, filler + index)} (${app.name.toLowerCase()})`,
      status: (index % 2) + 1,
      owner: [index % 2 === 0 ? adaProfile : graceProfile],
      due: { start_date: dueDate(filler + index * 11) },
    }));
  for (const app of apps.planted)
    addItems(store, app, 12, (index) => ({
      title: `${app.itemName} ${String(index + 1).padStart(3, '0')}: ${pick(customers, index)}`,
      status: (index % 2) + 1,
      owner: [index % 2 === 0 ? adaProfile : graceProfile],
      amount: { value: 120 + index * 65, currency: 'EUR' },
      due: { start_date: dueDate(index * 7) },
    }));
}

/** Adds items an hour apart, the first two thirds by Ada. */
export function addItems(store: Store, app: StoredApp, count: number, fieldsOf: (index: number) => Record<string, unknown>): void {
  const context = { store, origin: '' };
  const start = at('2025-02-03 08:00:00');
  for (let index = 0; index < count; index += 1)
    createItem(app, { fields: fieldsOf(index) }, { context, actor: index % 3 === 2 ? byGrace : byAda, now: start + index * hourMs });
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
