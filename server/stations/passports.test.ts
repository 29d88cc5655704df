import { readdirSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { behaviourFor, NOTHING_OWN } from '#core/stations/behaviour.ts';
import { comparedVersions } from '#core/stations/passport.ts';
import { readPassport } from '#core/stations/read-passport.ts';
import { UNKNOWN_IDENTITY } from '#core/stations/station.ts';
import { STANDARD_BEHAVIOUR } from '#core/stations/switches.ts';
import type { Log } from '../log.ts';
import { resourcesFolder } from '../resources-folder.ts';
import { loadPassports, readPassportFile } from './load-passports.ts';

const quiet: Log = { info: () => {}, warn: () => {}, error: () => {} };
const folders: string[] = [];

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

const shipped = readdirSync(join(resourcesFolder(), 'passports'));

test.each(shipped)('%s keeps to the schema, says why, and differs from what holds anyway', (file) => {
  const read = readPassportFile(join(resourcesFolder(), 'passports', file));
  if (read.kind === 'wrong') throw new Error(read.problem);
  for (const { source, why } of read.passport.switches) {
    expect(source.length).toBeGreaterThan(3);
    expect(why.de).not.toBe(why.en);
  }
  const [vendor = null] = read.passport.match.vendors;
  const [model = null] = read.passport.match.models;
  const behaviour = behaviourFor({ ...UNKNOWN_IDENTITY, vendor, model }, NOTHING_OWN, [read.passport]);
  expect(behaviour).not.toEqual(STANDARD_BEHAVIOUR);
});

test.each([
  ['ABB', 'TAC-W22-T-RD-MC-0', 'avoidedKeys', ['MeterValuesSampledData']],
  ['wall box chargers', 'Pulsar', 'waitForBootSeconds', 60],
  ['EN+', 'AC 22', 'changeAvailability', false],
  ['Enel X', 'Way', 'changeAvailability', true],
  ['NEcharge', 'X', 'currentSteps', [6, 8, 10, 13, 16]],
  ['go-e', 'Gemini', 'forgetsLimits', true],
  ['Nobody', 'X', 'forgetsLimits', false],
] as const)('%s %s: %s', (vendor, model, name, value) => {
  const passports = loadPassports('/nowhere', quiet);
  expect(behaviourFor({ ...UNKNOWN_IDENTITY, vendor, model }, NOTHING_OWN, passports)[name]).toEqual(value);
});

test('the site’s word stands over what was learnt, that over a later passport, that over an earlier one', () => {
  const passport = (pingSeconds: number, from?: string) => {
    const read = readPassport('p', {
      make: 'M',
      match: { vendors: ['M'], ...(from === undefined ? {} : { firmwareFrom: from }) },
      switches: [{ switch: 'pingSeconds', value: pingSeconds, why: { de: 'a', en: 'b' }, source: 'x#1' }],
    });
    if (read.kind === 'wrong') throw new Error(read.problem);
    return read.passport;
  };
  const identity = { ...UNKNOWN_IDENTITY, vendor: 'M', firmware: '5.2.0' };
  const passports = [passport(40), passport(50, '5.2'), passport(60, '5.10')];
  const ping = (own: typeof NOTHING_OWN) => behaviourFor(identity, own, passports).pingSeconds;
  expect(ping(NOTHING_OWN)).toBe(50);
  expect(ping({ learnt: { pingSeconds: 70 }, site: {} })).toBe(70);
  expect(ping({ learnt: { pingSeconds: 70 }, site: { pingSeconds: 80 } })).toBe(80);
});

test.each([
  ['1.9', '1.10', -1],
  ['v2.0-beta', '2', 0],
  ['56.2', '56.1.9', 1],
])('firmware %s compared with %s', (first, second, sign) => {
  expect(Math.sign(comparedVersions(first, second))).toBe(sign);
});

const SWITCH = { switch: 'unlock', value: false, why: { de: 'a', en: 'b' }, source: 'x#1' };
const WHOLE = { make: 'M', match: { vendors: ['M'] }, switches: [SWITCH] };

test.each([
  ['no object', [], 'the file is no object'],
  ['nobody', { ...WHOLE, match: { vendors: [] } }, 'match.vendors names nobody'],
  ['a slip', { ...WHOLE, swtiches: [] }, 'the file: nobody knows what "swtiches" means'],
  ['an unknown switch', { ...WHOLE, switches: [{ ...SWITCH, switch: 'fly' }] }, 'there is no switch "fly"'],
  ['a wrong value', { ...WHOLE, switches: [{ ...SWITCH, value: 'no' }] }, '"unlock" cannot stand so'],
  ['no reason', { ...WHOLE, switches: [{ ...SWITCH, why: { de: 'a' } }] }, 'why.en is no text'],
])('a passport with %s is refused', (_what, file, problem) => {
  const read = readPassport('p', file);
  expect(read.kind === 'wrong' && read.problem).toContain(problem);
});

test('a site adds passports of its own, and a broken one keeps nobody from starting', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ladehaus-passports-'));
  folders.push(folder);
  await mkdir(join(folder, 'passports'));
  await writeFile(join(folder, 'passports', 'broken.json'), '{"make": ');
  await writeFile(join(folder, 'passports', 'own.json'), JSON.stringify(WHOLE));
  const warned: unknown[] = [];
  const passports = loadPassports(folder, { ...quiet, warn: (...told: unknown[]) => warned.push(told) });
  expect(passports).toHaveLength(shipped.length + 1);
  expect(passports.at(-1)?.make).toBe('M');
  expect(warned).toHaveLength(1);
});
