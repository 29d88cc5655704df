import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleForNode } from '../../scripts/build.mjs';

// The program that `npm run price` runs, in processes of its own.
const folder = mkdtempSync(path.join(tmpdir(), 'ladehaus-price-'));
const program = path.join(import.meta.dirname, '..', '..', 'dist', 'tools', `price-test-${process.pid}.js`);

beforeAll(() => bundleForNode({ entry: 'audit/price/main.ts', outfile: program }));

afterAll(() => {
  rmSync(folder, { recursive: true });
  rmSync(program);
  rmSync(`${program}.map`);
});

const TARIFF = file('tariff.json', {
  currency: 'EUR',
  elements: [
    {
      price_components: [{ type: 'ENERGY', price: 0.3, vat: 19, step_size: 1 }],
      restrictions: { start_time: '22:00', end_time: '06:00' },
    },
    { price_components: [{ type: 'ENERGY', price: 0.5, vat: 19, step_size: 1 }] },
  ],
});

const SESSION = file('session.json', sessionWith(6));

test('prints the total and every step, and nothing else', async () => {
  const { code, out, errors } = await price(
    '--tariff',
    TARIFF,
    '--session',
    SESSION,
    '--zone',
    'Europe/Berlin',
  );
  expect({ code, errors }).toEqual({ code: 0, errors: '' });
  expect(JSON.parse(out)).toEqual({
    total: { excl_vat: 2.4, incl_vat: 2.86 },
    steps: [
      {
        kind: 'component',
        component: 'elements[0].price_components[0]',
        type: 'ENERGY',
        quantity: 3,
        unit: 'kWh',
        price: 0.3,
        vat: 19,
        amount: 0.9,
        parts: [
          {
            from: '2026-06-01T20:00:00.000Z',
            to: '2026-06-01T20:15:00.000Z',
            quantity: 3,
            meter_from: 3,
            meter_to: 6,
            guessed: ['from'],
          },
        ],
      },
      expect.objectContaining({ component: 'elements[1].price_components[0]', quantity: 3, amount: 1.5 }),
      { kind: 'rounding', excl_vat: 2.4, incl_vat: 2.856 },
      { kind: 'tax', vat: 19, excl_vat: 2.4, incl_vat: 2.86 },
    ],
  });
});

test('the zone decides when it is night', async () => {
  const { out } = await price('--tariff', TARIFF, '--session', SESSION, '--zone', 'UTC');
  expect(JSON.parse(out)).toMatchObject({ total: { excl_vat: 3 } });
});

test('files are meant from where npm was called', async () => {
  const { code } = await price('--tariff', 'tariff.json', '--session', 'session.json', '--zone', 'UTC');
  expect(code).toBe(0);
});

test.each([
  ['a file that is not there', 'nowhere.json', 'nowhere.json: cannot be read'],
  ['a file that is no JSON', file('text.json', 'hello'), 'is no JSON'],
  ['a tariff without prices', file('empty.json', { currency: 'EUR' }), 'elements is missing.'],
])('%s gives one line on stderr', async (_, tariff, line) => {
  const { code, out, errors } = await price('--tariff', tariff, '--session', SESSION, '--zone', 'UTC');
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(errors.trimEnd().split('\n')).toEqual([expect.stringContaining(line)]);
});

test('a session that cannot be true is not priced', async () => {
  const backwards = file('backwards.json', sessionWith(-6));
  const { code, out, errors } = await price('--tariff', TARIFF, '--session', backwards, '--zone', 'UTC');
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(errors).toMatch(/^\S+backwards.json: this needs a decision: energy goes backwards by 6 kWh .*\.\n$/);
});

test.each([
  ['no zone', ['--tariff', TARIFF, '--session', SESSION]],
  ['a zone that does not exist', ['--tariff', TARIFF, '--session', SESSION, '--zone', 'Europe/Bonn']],
  ['an option that does not exist', ['--price', 'low']],
])('%s is answered with how it is used', async (_, args) => {
  const { code, out, errors } = await price(...args);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(errors).toContain('npm run price -- --tariff FILE');
});

function sessionWith(kwh: number): object {
  return {
    end_date_time: '2026-06-01T20:15:00Z',
    charging_periods: [
      { start_date_time: '2026-06-01T19:45:00Z', dimensions: [{ type: 'ENERGY', volume: kwh }] },
    ],
  };
}

function file(name: string, content: object | string): string {
  const place = path.join(folder, name);
  writeFileSync(place, typeof content === 'string' ? content : JSON.stringify(content));
  return place;
}

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly errors: string;
}

function price(...args: readonly string[]): Promise<Ran> {
  const child = spawn(process.execPath, [program, ...args], { env: { ...process.env, INIT_CWD: folder } });
  let out = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, out, errors }));
  });
}
