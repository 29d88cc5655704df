import { POWER_CLASSES } from '../stations/power-class.ts';
import { finding, type Reading } from './import-problem.ts';

const YES = /^(?:ja|j|yes|y|x|1|true|wahr|✓|✔|gesperrt|blocked|inaktiv|inactive|deaktiviert|disabled)$/i;
const NO = /^(?:nein|n|no|0|false|falsch|aktiv|active|frei|freigegeben|enabled|unblocked|gültig|valid)$/i;
const ANY = /^(?:beliebig|unbegrenzt|unlimited|any|alle|∞|\*)$/i;

/** Whether something is blocked, in the words of German and English lists. The value is `yes` or `no`. */
export function readTruth(text: string): Reading {
  if (YES.test(text)) return { value: 'yes', problems: [] };
  if (NO.test(text)) return { value: 'no', problems: [] };
  return { value: text, problems: [finding('not-yes-or-no')] };
}

/** How many sessions at once: a number from 1 to 100, or `any`. */
export function readCount(text: string): Reading {
  if (ANY.test(text)) return { value: 'any', problems: [] };
  const count = /^\d{1,3}(?:[.,]0+)?$/.test(text) ? Number.parseInt(text, 10) : 0;
  if (count >= 1 && count <= 100) return { value: String(count), problems: [] };
  return { value: text, problems: [finding(/^-?\d+$/.test(text) ? 'out-of-range' : 'not-a-number')] };
}

export function readPowerClass(text: string): Reading {
  const word = text.toUpperCase();
  const known = POWER_CLASSES.find((one) => one === word);
  if (known !== undefined) return { value: known, problems: [] };
  const likely = /HPC|ULTRA|ULTRASCHNELL/.test(word)
    ? 'HPC'
    : /DC|GLEICHSTROM|SCHNELL|FAST/.test(word)
      ? 'DC'
      : /AC|WECHSELSTROM|WALLBOX|NORMAL/.test(word)
        ? 'AC'
        : null;
  return { value: text, problems: [finding('unknown-power-class', likely)] };
}

/** One address. What mail programs and careful people make of it is undone as a suggestion. */
export function readEmail(text: string): Reading {
  if (EMAIL.test(text)) return { value: text, problems: [] };
  const [first = ''] = text
    .replace(/^.*<([^>]*)>.*$/, '$1')
    .replace(/^mailto:/i, '')
    .replace(/\s*(?:\(at\)|\[at\]|\sat\s)\s*/i, '@')
    .replace(/\s*(?:\(dot\)|\[dot\])\s*/gi, '.')
    .split(/[;\s]+/);
  const mended = first.replace(/,/g, '.').replace(/[.,;>]+$/, '');
  return { value: text, problems: [finding('not-an-email', EMAIL.test(mended) ? mended : null)] };
}

const EMAIL = /^[^\s@,;<>()]{1,64}@[^\s@,;<>()]+\.[^\s@,;<>().]{2,}$/;

/** A phone number as it was written. One without its zero or plus has been a number in a spreadsheet. */
export function readPhone(text: string): Reading {
  if (/^\d(?:[.,]\d+)?E[+-]?\d+$/i.test(text)) return { value: text, problems: [finding('scientific')] };
  const plain = text.replace(/\.0$/, '');
  if (/^49\d{9,12}$/.test(plain)) return { value: text, problems: [finding('zero-lost', `+${plain}`)] };
  if (/^[1-9]\d{7,}$/.test(plain)) return { value: text, problems: [finding('zero-lost', `0${plain}`)] };
  const isPhone = /^[+0-9(][\d\s()/.+-]{2,38}(?:\s?(?:x|ext\.?|-|app\.?)\s?\d+)?$/i.test(text);
  return { value: text, problems: isPhone ? [] : [finding('not-a-phone')] };
}
