import type { Words } from '../../i18n/index.ts';
import type { Reason } from './import-lines.ts';

/** Why a line is left out, in words. */
export function reasonText({ reasons }: Words['import'], reason: Reason): string {
  switch (reason.why) {
    case 'no-partner':
      return reasons['no-partner'](reason.missing);
    case 'repeated':
    case 'replaced':
      return reasons[reason.why](reason.line);
    default:
      return reasons[reason.why];
  }
}
