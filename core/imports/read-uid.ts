import { cardUid, isCardUid } from '../access/card-uid.ts';
import { type Finding, finding, type Reading } from './import-problem.ts';
import { type ColumnHabits, isBytes, undamaged } from './spreadsheet-damage.ts';

/** OCPP 1.6 §7.15: an IdToken has at most 20 signs; stations cut off the rest. */
const LONGEST_ID_TOKEN = 20;

/** Reads a card's number: what stands between its bytes goes, what a spreadsheet or a hand has spoilt is told. */
export function readUid(text: string, habits: ColumnHabits): Reading {
  const hints: Finding[] = [];
  let plain = text;
  if (/^0x(?:[0-9a-f]{2})+$/i.test(plain) || /^(?:[0-9a-f]{2}){4,}h$/i.test(plain)) {
    hints.push(finding('hex-prefix'));
    plain = plain.replace(/^0x|h$/gi, '');
  }
  const joined = plain.replace(/\s/g, '');
  if (/^(?:[0-9a-f]{2}(?:[\s:.-]|$)){4,}$/i.test(plain)) plain = plain.replace(/[\s:.-]/g, '');
  else if (/^[0-9a-f]+$/i.test(joined)) plain = joined;
  const damage = undamaged(plain, habits);
  const found = damage.problems.find(({ kind }) => kind !== 'trailing-zero');
  if (found !== undefined) return { value: plain, problems: [...hints, found] };
  const value = cardUid(damage.value);
  return { value, problems: [...hints, ...damage.problems, ...doubtsOf(value, habits)] };
}

function doubtsOf(value: string, { mostlyBytes }: ColumnHabits): Reading['problems'] {
  if (/^0+$|^F{8,}$/.test(value)) return [finding('blank-number')];
  if (isBytes(value)) {
    // ISO 14443-3 §6.5.4: such a number is drawn anew each time, as phones do.
    if (/^08.{6}$/.test(value) && (mostlyBytes || /[A-F]/.test(value))) return [finding('random-number')];
    return /^\d+E\d+$/.test(value) ? [finding('like-scientific')] : [];
  }
  const typed = value.replace(/./gu, (sign) => LOOK_ALIKES.get(sign) ?? sign);
  if (typed !== value && isBytes(typed)) return [finding('letter-for-digit', typed)];
  if (!isCardUid(value)) return [finding(value.length > 36 ? 'too-long' : 'not-a-card-number')];
  if (/^[0-9A-F]+$/.test(value)) {
    if (isBytes(`0${value}`)) return [finding('zero-lost', `0${value}`)];
    if (mostlyBytes || (/[A-F]/.test(value) && /\d/.test(value) && value.length > 4))
      return [finding('odd-length')];
  }
  if (mostlyBytes) return [finding('unlike-others')];
  return value.length > LONGEST_ID_TOKEN ? [finding('longer-than-ocpp')] : [];
}

/** What is typed or read for a digit or a letter of hexadecimal, the Cyrillic ones too. */
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map([
  ...[...'OQОо'].map((sign) => [sign, '0'] as const),
  ...[...'IL|!'].map((sign) => [sign, '1'] as const),
  ['S', '5'],
  ['Z', '2'],
  ['G', '6'],
  ['А', 'A'],
  ['В', 'B'],
  ['С', 'C'],
  ['Е', 'E'],
]);
