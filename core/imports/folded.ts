import { cleanCell } from './clean-cell.ts';

/** Names are found whatever their case, and without what no file brings back. */
export function folded(text: string): string {
  // Most texts of most sites have nothing to be cleaned of, and there are very many of them.
  if (PLAIN.test(text)) return text.trim().replace(/ {2,}/g, ' ').toLowerCase();
  const { value } = cleanCell(text, { typed: true, lines: false, required: true });
  return value.normalize('NFKC').replace(/\s+/g, ' ').toLowerCase();
}

const PLAIN = /^[\w .@-]*$/;

/** "S-AB 123 E" and "sab123e" are one plate. */
export function foldedPlate(plate: string): string {
  return folded(plate).replace(/[\s-]+/g, '');
}
