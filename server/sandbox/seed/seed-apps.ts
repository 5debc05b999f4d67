import { planted } from '../planted.ts';
import type { Store, StoredApp } from '../store.ts';
import { addApp, day, euros, type FieldTemplate, largeText, options, people, smallText } from './app-template.ts';
import { bugFields } from './bug-fields.ts';
import { spaceIds } from './seed-organisation.ts';

export interface SeededApps {
  projects: StoredApp;
  leads: StoredApp;
  bugs: StoredApp;
  fillers: StoredApp[];
  /** Those that misbehave, but for Contacts, which is empty. */
  planted: StoredApp[];
}

const title: FieldTemplate = { type: 'text', label: 'Title', required: true, settings: smallText };
const owner: FieldTemplate = { type: 'contact', label: 'Owner', settings: people };
const due: FieldTemplate = { type: 'date', label: 'Due', settings: day };
const amount: FieldTemplate = { type: 'money', label: 'Amount', settings: euros };
const notes: FieldTemplate = { type: 'text', label: 'Notes', settings: largeText };
const status = (...texts: string[]): FieldTemplate => ({ type: 'category', label: 'Status', settings: options(texts) });

const firstFiller = 22120;
const fillers = 70;

/** Every app of the sample data, by the numbers that are published. */
export function seedApps(store: Store): SeededApps {
  const projects = addApp(store, {
    appId: 22117,
    spaceId: spaceIds.delivery,
    name: 'Projects',
    itemName: 'Project',
    icon: 251,
    description: 'What Acme is building, and for whom.',
    fields: [
      title,
      status('Planned', 'Active', 'On hold', 'Done'),
      owner,
      amount,
      due,
      { type: 'progress', label: 'Progress' },
      { type: 'number', label: 'Team size', settings: { decimals: 0 } },
      notes,
    ],
  });
  const leads = addApp(store, {
    appId: 22118,
    spaceId: spaceIds.crm,
    name: 'Leads',
    itemName: 'Lead',
    icon: 11,
    description: 'Who might become a customer.',
    fields: [title, status('New', 'Contacted', 'Won', 'Lost'), owner, amount, { type: 'email', label: 'Email', settings: null }, due],
  });
  const bugs = addApp(store, {
    appId: 22119,
    spaceId: spaceIds.crm,
    name: 'Bugs',
    itemName: 'Bug',
    icon: 140,
    description: 'What does not work yet. Every type of field is in use here.',
    fields: bugFields(projects.appId),
  });
  return { projects, leads, bugs, fillers: seedFillers(store), planted: seedPlanted(store) };
}

function seedFillers(store: Store): StoredApp[] {
  const spaces = Object.values(spaceIds);
  return Array.from({ length: fillers }, (_, index) =>
    addApp(store, {
      appId: firstFiller + index,
      spaceId: spaces[index % spaces.length] ?? spaceIds.crm,
      name: `Filler ${String(index + 1).padStart(2, '0')}`,
      itemName: 'Entry',
      icon: 300 + (index % 40),
      fields: [title, status('Open', 'Closed'), owner, due],
    }),
  );
}

function seedPlanted(store: Store): StoredApp[] {
  const addPlanted = (appId: number, spaceId: number, name: string, itemName: string, icon: number, description: string) =>
    addApp(store, { appId, spaceId, name, itemName, icon, description, fields: [title, status('Open', 'Closed'), owner, amount, due] });
  addApp(store, {
    appId: planted.contacts,
    spaceId: spaceIds.crm,
    name: 'Contacts',
    itemName: 'Contact',
    icon: 50,
    description: 'Nobody yet: this app has no items.',
    fields: [
      { type: 'text', label: 'Name', required: true, settings: smallText },
      { type: 'email', label: 'Email', settings: null },
      { type: 'phone', label: 'Phone', settings: null },
    ],
  });
  return [
    addPlanted(planted.invoices, spaceIds.finance, 'Invoices', 'Invoice', 60, 'Signs in, but every refresh is refused.'),
    addPlanted(planted.assets, spaceIds.finance, 'Assets', 'Asset', 70, 'Takes three seconds for every answer.'),
    addPlanted(planted.meetings, spaceIds.delivery, 'Meetings', 'Meeting', 80, 'Answers every second API call with 503.'),
    addPlanted(planted.timesheets, spaceIds.hr, 'Timesheets', 'Timesheet', 90, 'Has three calls left, then 420.'),
  ];
}
