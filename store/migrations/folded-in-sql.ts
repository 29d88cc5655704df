/**
 * A text column without accents and in small letters, as `plain` would make it: SQLite itself knows only the letters of
 * English. For migrations of rows that were written before lists were searched this way; letters of the languages
 * of Europe that are written in Latin, composed or with their marks behind them.
 */
export function foldedInSql(column: string): string {
  const bare = MARKS.reduce((text, mark) => `replace(${text}, char(${mark}), '')`, `lower(${column})`);
  return LETTERS.flatMap(([plain, accented]) =>
    [...accented].map((letter) => [plain, letter] as const),
  ).reduce((text, [plain, letter]) => `replace(${text}, '${letter}', '${plain}')`, bare);
}

/** Grave, acute, circumflex, tilde, macron, breve, dot, diaeresis, ring, double acute, caron, comma, cedilla, ogonek. */
const MARKS = [768, 769, 770, 771, 772, 774, 775, 776, 778, 779, 780, 806, 807, 808] as const;

/** What becomes of letters. Written out, so that a migration does the same for ever. */
const LETTERS: readonly (readonly [string, string])[] = [
  ['a', 'ÀÁÂÃÄÅàáâãäåĀāĂăĄą'],
  ['c', 'ÇçĆćĈĉĊċČč'],
  ['d', 'Ďď'],
  ['e', 'ÈÉÊËèéêëĒēĔĕĖėĘęĚě'],
  ['g', 'ĜĝĞğĠġĢģ'],
  ['h', 'Ĥĥ'],
  ['i', 'ÌÍÎÏìíîïĨĩĪīĬĭĮįİ'],
  ['ij', 'Ĳĳ'],
  ['j', 'Ĵĵ'],
  ['k', 'Ķķ'],
  ['l', 'ĹĺĻļĽľĿŀ'],
  ['n', 'ÑñŃńŅņŇňŉ'],
  ['o', 'ÒÓÔÕÖòóôõöŌōŎŏŐő'],
  ['r', 'ŔŕŖŗŘř'],
  ['s', 'ŚśŜŝŞşŠšſȘș'],
  ['ss', 'ßẞ'],
  ['t', 'ŢţŤťȚț'],
  ['u', 'ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲų'],
  ['w', 'Ŵŵ'],
  ['y', 'ÝýÿŶŷŸ'],
  ['z', 'ŹźŻżŽž'],
  ['æ', 'Æ'],
  ['ð', 'Ð'],
  ['ø', 'Ø'],
  ['þ', 'Þ'],
  ['đ', 'Đ'],
  ['ħ', 'Ħ'],
  ['ł', 'Ł'],
  ['ŋ', 'Ŋ'],
  ['œ', 'Œ'],
  ['ŧ', 'Ŧ'],
];
