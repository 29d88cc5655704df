/** A list of 500 cards as it comes out of a spreadsheet, nine of its rows damaged in the ways that hurt. */
const ROWS = 500;

interface Damage {
  /** Line of the file. */
  readonly line: number;
  readonly cells: Partial<Readonly<Record<'uid' | 'driver' | 'contract' | 'expires', string>>>;
  /** What the check says of it, in English. */
  readonly words: string;
  /** What it proposes; null where nobody can know. */
  readonly suggestion: string | null;
}

export const DAMAGED: readonly Damage[] = [
  { line: 12, cells: { uid: '1,2E+45' }, words: 'Excel has rounded the number', suggestion: null },
  { line: 67, cells: { uid: '4A2B8C1' }, words: 'A zero or the plus', suggestion: '04A2B8C1' },
  { line: 120, cells: { contract: '03. Mai' }, words: 'made a date of it', suggestion: '3-5' },
  { line: 178, cells: { uid: uidOf(5) }, words: 'Already in row 7', suggestion: null },
  { line: 233, cells: { uid: reversed(uidOf(9)) }, words: 'Row 11 has the same number', suggestion: null },
  { line: 290, cells: { uid: '123456789012345000' }, words: 'keeps 15 digits only', suggestion: null },
  { line: 345, cells: { uid: 'O4A2B8C2' }, words: 'A letter for a digit', suggestion: '04A2B8C2' },
  {
    line: 401,
    cells: { driver: 'JÃ¶rg MÃ¼ller' },
    words: 'wrong character encoding',
    suggestion: 'Jörg Müller',
  },
  { line: 466, cells: { expires: '31.02.2027' }, words: 'no such day', suggestion: '2027-02-28' },
];

/** The file, with a semicolon between its cells. */
export function damagedCards(): string {
  const lines = Array.from({ length: ROWS }, (_, index) => {
    const cells = {
      uid: uidOf(index),
      driver: `Driver ${index}`,
      contract: `V-${String(index).padStart(4, '0')}`,
      expires: '31.12.2027',
      ...DAMAGED.find(({ line }) => line === index + 2)?.cells,
    };
    return [cells.uid, cells.driver, cells.contract, cells.expires].join(';');
  });
  return ['UID;Driver;Contract;Valid until', ...lines, ''].join('\r\n');
}

function uidOf(index: number): string {
  return `04${(0xa2b8c1d2e3 + index * 7919).toString(16).toUpperCase()}80`;
}

function reversed(uid: string): string {
  return (uid.match(/../g) ?? []).toReversed().join('');
}
