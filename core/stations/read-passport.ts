import type { Passport, PassportMatch, PassportSwitch } from './passport.ts';
import { isSwitchName, isSwitchValue } from './switches.ts';

export type ReadPassport =
  | { readonly kind: 'passport'; readonly passport: Passport }
  | { readonly kind: 'wrong'; readonly problem: string };

/** Reads a passport out of parsed JSON and holds every switch against what it can be. */
export function readPassport(name: string, value: unknown): ReadPassport {
  try {
    const file = fieldsOf(value, 'the file');
    checkNames(file, ['make', 'match', 'switches'], 'the file');
    return {
      kind: 'passport',
      passport: {
        name,
        make: text(file.make, 'make'),
        match: matchOf(file.match),
        switches: listOf(file.switches, 'switches').map(switchOf),
      },
    };
  } catch (error) {
    if (error instanceof WrongPassport) return { kind: 'wrong', problem: error.message };
    throw error;
  }
}

class WrongPassport extends Error {}

type Fields = Readonly<Record<string, unknown>>;

function matchOf(value: unknown): PassportMatch {
  const match = fieldsOf(value, 'match');
  checkNames(match, ['vendors', 'models', 'firmwareFrom', 'firmwareBelow'], 'match');
  const vendors = texts(match.vendors, 'match.vendors');
  if (vendors.length === 0) throw new WrongPassport('match.vendors names nobody');
  return {
    vendors,
    models: match.models === undefined ? [] : texts(match.models, 'match.models'),
    firmwareFrom: optionalText(match.firmwareFrom, 'match.firmwareFrom'),
    firmwareBelow: optionalText(match.firmwareBelow, 'match.firmwareBelow'),
  };
}

function switchOf(value: unknown, index: number): PassportSwitch {
  const where = `switches[${index}]`;
  const fields = fieldsOf(value, where);
  checkNames(fields, ['switch', 'value', 'why', 'source'], where);
  const name = text(fields.switch, `${where}.switch`);
  if (!isSwitchName(name)) throw new WrongPassport(`${where}: there is no switch "${name}"`);
  if (!isSwitchValue(name, fields.value)) throw new WrongPassport(`${where}: "${name}" cannot stand so`);
  const why = fieldsOf(fields.why, `${where}.why`);
  checkNames(why, ['de', 'en'], `${where}.why`);
  return {
    name,
    value: fields.value,
    why: { de: text(why.de, `${where}.why.de`), en: text(why.en, `${where}.why.en`) },
    source: text(fields.source, `${where}.source`),
  };
}

function fieldsOf(value: unknown, where: string): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return Object.fromEntries(Object.entries(value));
  throw new WrongPassport(`${where} is no object`);
}

/** What nobody reads would be a mistake that nobody notices. */
function checkNames(fields: Fields, known: readonly string[], where: string): void {
  const strange = Object.keys(fields).find((name) => !known.includes(name));
  if (strange !== undefined) throw new WrongPassport(`${where}: nobody knows what "${strange}" means`);
}

function listOf(value: unknown, where: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new WrongPassport(`${where} is no list`);
}

function texts(value: unknown, where: string): readonly string[] {
  return listOf(value, where).map((item) => text(item, where));
}

function text(value: unknown, where: string): string {
  if (typeof value === 'string' && value.trim() !== '') return value;
  throw new WrongPassport(`${where} is no text`);
}

function optionalText(value: unknown, where: string): string | null {
  return value === undefined ? null : text(value, where);
}
