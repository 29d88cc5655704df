import type { Format } from '../../../lib/format.ts';
import { lastValidDay } from '../../../lib/site-day.ts';
import type { Translate } from '../../../text/use-text.ts';

interface Bounds {
  readonly from: string | null;
  readonly to: string | null;
}

interface Words {
  readonly t: Translate;
  readonly format: Format;
}

/** `from 1 May 2026 until 31 May 2026`, by the last day that counts; empty where nothing bounds it. */
export function validityWords({ from, to }: Bounds, { t, format }: Words): string {
  const first = from === null ? '' : t('access.fromDay', { day: format.dayYear(from) });
  const last =
    to === null ? '' : t('access.untilDay', { day: format.dayYear(`${lastValidDay(to, format)}T12:00:00Z`) });
  return [first, last].filter(Boolean).join(' ');
}
