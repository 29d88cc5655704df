/** The groups of an OBIS code (IEC 62056-6-1) that say what is counted, in capitals and without zeros in front. */
interface ObisCode {
  readonly a: string;
  readonly c: string;
  readonly d: string;
}

/** Of what a register tells. `compensated`: what was lost in the cable is taken out of it. */
export type RegisterKind = 'import' | 'import-compensated' | 'other';

/** Energy that was drawn: of the mains and of the transaction (OCMF 1.4), and older codes for the same. What flowed back (2, C0 to C3) is not sold. */
const IMPORT: ReadonlySet<string> = new Set(['1', '9E', 'B0', 'B2']);
const COMPENSATED_IMPORT: ReadonlySet<string> = new Set(['98', 'B1', 'B3']);

/** Whether a register counts what a driver draws. Only those are money (as the transparency software has it). */
export function registerKind(text: string | null): RegisterKind {
  const code = text === null ? null : readObis(text);
  if (code === null || code.a !== '1' || code.d !== '8') return 'other';
  if (COMPENSATED_IMPORT.has(code.c)) return 'import-compensated';
  return IMPORT.has(code.c) ? 'import' : 'other';
}

/** Reads `1-b:1.8.0`, `01-00:98.08.00.FF`, `1-0:1.8.0*198`; null for what is no OBIS code. */
function readObis(text: string): ObisCode | null {
  const match =
    /^([0-9a-z]{1,3})-[0-9a-z]{1,3}:([0-9a-z]{1,3})\.([0-9a-z]{1,3})\.[0-9a-z]{1,3}(?:[.*&][0-9a-z]{1,3})?$/i.exec(
      text.trim(),
    );
  if (match === null) return null;
  const [, a = '', c = '', d = ''] = match;
  return { a: plain(a), c: plain(c), d: plain(d) };
}

function plain(group: string): string {
  return group.toUpperCase().replace(/^0+(?=.)/, '');
}
