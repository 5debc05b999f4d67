import type { AppField } from '../api/podio-wire.ts';
import { columnsOf } from './columns.ts';

/**
 * A body for `POST /item/app/{app_id}/` that fills the required fields, or the first text, with something to replace.
 * @see https://developers.podio.com/doc/items/add-new-item-22362
 */
export function exampleItem(fields: AppField[]): string {
  const columns = columnsOf({ fields });
  const required = new Set(fields.filter(({ config }) => config?.required).map(({ field_id }) => field_id));
  const chosen = columns.filter(({ fieldId }) => required.has(fieldId));
  const filled = chosen.length > 0 ? chosen : columns.filter(({ type }) => type === 'text').slice(0, 1);
  const values = filled.map(({ externalId, type, fieldId }) => [
    externalId,
    exampleValue(
      type,
      fields.find((f) => f.field_id === fieldId),
    ),
  ]);
  return JSON.stringify({ fields: Object.fromEntries(values) }, null, 2);
}

function exampleValue(type: string, field: AppField | undefined): unknown {
  const options = field?.config?.settings?.options;
  switch (type) {
    case 'number':
    case 'progress':
      return 1;
    case 'duration':
      return 3600;
    case 'money':
      return { value: '1.00', currency: (field?.config?.settings?.allowed_currencies as string[] | undefined)?.[0] ?? 'EUR' };
    case 'date':
      return { start_date: new Date().toISOString().slice(0, 10) };
    case 'category':
    case 'question':
      return Array.isArray(options) ? (options[0] as { id?: number } | undefined)?.id : 1;
    case 'phone':
    case 'email':
      return [{ type: 'work', value: type === 'email' ? 'ada@example.com' : '+45 12345678' }];
    default:
      return 'Written in the explorer';
  }
}
