import { type Finding, finding, type Reading } from './import-problem.ts';

export interface CellPlace {
  readonly typed: boolean;
  /** Whether the field may hold several lines. */
  readonly lines: boolean;
  /** Whether a word for nothing may stand in the field: somebody may be called so. */
  readonly required: boolean;
}

/**
 * The text of a cell without what copying and saving have left on it, and what of it is beyond repair. Cells that a
 * spreadsheet would run are no text (OWASP ASVS 1.2.10); the apostrophe that keeps them from it is ours.
 */
export function cleanCell(text: string, { typed, lines, required }: CellPlace): Reading {
  // Nearly all cells, and files have many: none of what follows can touch such a text.
  if (PLAIN.test(text) && (required || !PLACEHOLDER.test(text))) return { value: text, problems: [] };
  const problems: Finding[] = [];
  let value = text;
  for (const { kind, mend } of MENDS) {
    const mended = mend(value, lines);
    if (mended === value) continue;
    // Blanks around a text are nobody's mistake.
    if (mended !== value.trim()) problems.push(finding(kind));
    value = mended;
  }
  value = value.trim();
  if (!typed) {
    const asText = /^="([^"]*)"$/.exec(value)?.[1];
    if (asText !== undefined) {
      problems.push(finding('text-formula'));
      value = asText;
    } else if (isFormula(value)) {
      return { value, problems: [finding('formula', value.replace(/^[=+@-]+/, ''))] };
    }
  }
  if (MARKED_AS_TEXT.test(value)) {
    if (typed) problems.push(finding('text-mark'));
    value = value.slice(1);
  }
  if (!required && PLACEHOLDER.test(value)) {
    if (value.length > 1) problems.push(finding('placeholder'));
    return { value: '', problems };
  }
  return { value, problems: [...problems, ...damageOf(value)] };
}

const PLAIN = /^[0-9A-Za-z](?:[0-9A-Za-z .,:;_/@+-]*[0-9A-Za-z.,:;_/@+-])?$/;

/** The apostrophe before what a spreadsheet would change: our own files have it. */
const MARKED_AS_TEXT = /^'(?=[=+\-@\d]|(?:TRUE|FALSE|WAHR|FALSCH)$|[A-ZÄ]{3}[- .]?\d)/i;
const PLACEHOLDER =
  /^(?:[-–—/.]+|n\/?a|null|nil|none|undefined|nan|k\.\s?a\.|keine?|leer|unbekannt|unknown|\(null\))$/i;

const MENDS: readonly {
  readonly kind: 'hidden-signs' | 'odd-blanks' | 'full-width' | 'smart-quotes' | 'line-break';
  readonly mend: (text: string, lines: boolean) => string;
}[] = [
  // Zero-width signs, soft hyphens, marks of direction and what no keyboard types; tabs and lines come below.
  {
    kind: 'hidden-signs',
    mend: (text) =>
      text.replace(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\u00AD\uFEFF\uFFFE\uFFFF]|[^\P{Cc}\t\r\n]/gu, ''),
  },
  { kind: 'odd-blanks', mend: (text) => text.replace(/[^\P{Zs} ]|\t/gu, ' ') },
  { kind: 'full-width', mend: (text) => text.replace(/[\uFF01-\uFF5E]/g, (sign) => sign.normalize('NFKC')) },
  { kind: 'smart-quotes', mend: (text) => text.replace(/^\s*[“”„‟«»"](.*)[“”„‟«»"]\s*$/s, '$1') },
  {
    kind: 'line-break',
    mend: (text, lines) =>
      lines ? text.replace(/\r\n?/g, '\n') : text.trim().replace(/\s*[\r\n]+\s*/g, ' '),
  },
];

function isFormula(text: string): boolean {
  return /^[=@]/.test(text) || /^[+-]\s*[A-Za-z(]/.test(text);
}

function damageOf(value: string): readonly Finding[] {
  if (FAILED.test(value)) return [finding('formula-failed')];
  if (/^#{3,}$/.test(value)) return [finding('column-too-narrow')];
  if (value.includes('\uFFFD')) return [finding('letter-lost')];
  const decoded = decodedOnce(value);
  if (decoded !== null) return [finding('wrong-encoding', decoded)];
  if (/\p{L}\?\p{L}/u.test(value)) return [finding('question-mark')];
  const plain = withoutEntities(value);
  return plain === value ? [] : [finding('html-entity', plain)];
}

/** What a spreadsheet writes where a formula has no value, in English and in German. */
const FAILED =
  /^#(?:NAME\?|VALUE!|WERT!|REF!|BEZUG!|N\/A|NV|DIV\/0!|NUM!|ZAHL!|NULL!|SPILL!|ÜBERLAUF!|CALC!|KALK!|FIELD!)$/i;

/** UTF-8 that was read as Windows-1252: `MÃ¼ller` was Müller. Null where it was not. */
function decodedOnce(text: string): string | null {
  if (!/[ÃÂâÄÅ][\u0080-\u00BF\u0152-\u2122]/.test(text)) return null;
  const bytes = [...text].map((sign) => WINDOWS_1252.get(sign) ?? sign.codePointAt(0) ?? 0);
  if (bytes.some((byte) => byte > 0xff)) return null;
  try {
    const escaped = bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
    const decoded = decodeURIComponent(escaped);
    return decoded === text ? null : decoded;
  } catch {
    return null;
  }
}

/** Where Windows-1252 differs from Latin-1. */
const WINDOWS_1252: ReadonlyMap<string, number> = new Map(
  [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'].map((sign, index) => [sign, 0x80 + index]),
);

function withoutEntities(text: string): string {
  if (!/[&<]/.test(text)) return text;
  return text
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/<\/?(?:b|i|u|p|div|span|font|strong|em)(?:\s[^<>]*)?>/gi, '')
    .replace(/&#(\d{2,5});/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(
      /&(amp|lt|gt|quot|apos|nbsp|auml|ouml|uuml|Auml|Ouml|Uuml|szlig);/g,
      (_, entity: string) => ENTITIES[entity] ?? '',
    )
    .trim();
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  szlig: 'ß',
};
