import { day, euros, type FieldTemplate, largeText, options, people, smallText } from './app-template.ts';

const phoneTypes = ['mobile', 'work', 'home', 'main', 'work_fax', 'private_fax', 'other'];
const emailTypes = ['work', 'home', 'other'];

/** The fields of Bugs: one of every type at least. */
export const bugFields = (projectsAppId: number): FieldTemplate[] => [
  { type: 'text', label: 'Title', required: true, settings: smallText },
  { type: 'category', label: 'Status', settings: options(['New', 'In progress', 'Fixed', 'Closed', 'Wontfix']) },
  { type: 'category', label: 'Severity', settings: options(['Low', 'Medium', 'High', 'Critical']) },
  { type: 'contact', label: 'Owner', settings: people },
  { type: 'money', label: 'Amount', description: 'What it costs the customer.', settings: euros },
  { type: 'date', label: 'Due', settings: day },
  { type: 'date', label: 'Seen', settings: { calendar: true, time: 'enabled', end: 'enabled', color: 'DCEBD8' } },
  {
    type: 'app',
    label: 'Project',
    settings: {
      multiple: true,
      referenceable_types: [projectsAppId],
      referenced_apps: [{ app_id: projectsAppId, view_id: null }],
    },
  },
  { type: 'number', label: 'Effort', description: 'In days.', settings: { decimals: 1 } },
  {
    type: 'calculation',
    label: 'Amount per day',
    settings: {
      expression: '@[Amount](amount) / @[Effort](effort)',
      script: '@[Amount](amount) / @[Effort](effort)',
      return_type: 'number',
      decimals: 2,
      unit: null,
      color: null,
      calendar: false,
      time: null,
    },
  },
  { type: 'progress', label: 'Progress' },
  { type: 'duration', label: 'Time spent', settings: { fields: ['days', 'hours', 'minutes'] } },
  {
    type: 'question',
    label: 'Reproducible',
    settings: {
      multiple: false,
      options: [
        { id: 1, text: 'Yes' },
        { id: 2, text: 'No' },
      ],
    },
  },
  { type: 'tag', label: 'Labels' },
  { type: 'image', label: 'Screenshots', settings: { allowed_mimetypes: ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] } },
  { type: 'embed', label: 'Link', settings: null },
  { type: 'phone', label: 'Reporter phone', settings: { call_link_scheme: 'callto', possible_types: phoneTypes } },
  { type: 'email', label: 'Reporter email', settings: { include_in_cc: false, include_in_bcc: false, possible_types: emailTypes } },
  { type: 'location', label: 'Place', settings: { structured: true, has_map: true } },
  { type: 'text', label: 'Description', settings: largeText },
];
