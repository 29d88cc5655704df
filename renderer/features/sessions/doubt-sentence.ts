import type { Doubt } from '#api/sessions.ts';
import type { Format } from '../../lib/format.ts';
import { MISSING } from '../../text/i18n.ts';
import type { Translate } from '../../text/use-text.ts';

interface DoubtContext {
  readonly t: Translate;
  readonly format: Format;
}

/** Why a session does not count yet, with its figures in the reader's units. */
export function doubtSentence({ kind, facts }: Doubt, { t, format }: DoubtContext): string {
  const places = Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, figure(name, value, format)]),
  );
  return t(`doubts.${kind}`, places).replaceAll(MISSING, '–');
}

function figure(name: string, value: string | number, format: Format): string {
  if (typeof value === 'string') return value;
  if (name.endsWith('Wh')) return format.meter(value);
  if (name.endsWith('Seconds')) return format.duration(value);
  // Numbers of transactions are names: no thousands separators.
  return name.endsWith('Id') ? String(value) : format.number(value);
}
