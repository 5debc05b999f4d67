import type { Words } from '../i18n/index.ts';
import type { Row } from './use-rows.ts';

/**
 * The list as plain text, to put into a ticket: names, references, methods, states and when each ends. Nothing that
 * opens anything.
 */
export function report(words: Words, rows: readonly Row[], now: Date): string {
  const { authentications, common } = words;
  const lines = rows.map(({ authentication: { name: podioName, ref, method, renewableUntil, readOnly }, name, badge }) =>
    [
      common.named(name, ref),
      name !== podioName && podioName,
      common.signedInBy[method],
      badge.text,
      authentications.report.until(renewableUntil.slice(0, 10)),
      readOnly && common.readOnly,
    ]
      .filter(Boolean)
      .join(' · '),
  );
  return [authentications.report.head(rows.length, `${now.toISOString().slice(0, 16).replace('T', ' ')} UTC`), ...lines, ''].join('\n');
}
