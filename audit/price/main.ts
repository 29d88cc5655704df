import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { faultLine } from '#core/tariffs/ocpi/fault-line.ts';
import { readOcpiSession } from '#core/tariffs/ocpi/read-session.ts';
import { readOcpiTariff } from '#core/tariffs/ocpi/read-tariff.ts';
import { priceSession } from '#core/tariffs/price-session.ts';
import { sessionStart } from '#core/tariffs/session-facts.ts';
import type { WallDays } from '#core/tariffs/wall-days.ts';
import { wallDays } from '#server/site/wall-days.ts';
import { type PriceWish, readWish, USAGE } from './arguments.ts';
import { iso, reasonLine } from './problem-line.ts';
import { moneyAsJson, stepAsJson } from './step-as-json.ts';

/** `npm run price`: what a session costs and why, for support and auditors. */
async function main(argv: readonly string[]): Promise<number> {
  const read = readWish(argv);
  switch (read.kind) {
    case 'help':
      console.info(USAGE);
      return 0;
    case 'wrong':
      console.error(`${read.problem}\n\n${USAGE}`);
      return 2;
    case 'wish': {
      const days = daysOf(read.wish.zone);
      if (days !== null) return await price(read.wish, days);
      console.error(`There is no time zone "${read.wish.zone}".\n\n${USAGE}`);
      return 2;
    }
  }
}

async function price({ tariffFile, sessionFile }: PriceWish, days: WallDays): Promise<number> {
  const tariff = readOcpiTariff(await contentOf(tariffFile));
  if (tariff.kind === 'wrong') throw new WrongFile(tariffFile, faultLine(tariff.fault));
  const session = readOcpiSession(await contentOf(sessionFile));
  if (session.kind === 'wrong') throw new WrongFile(sessionFile, faultLine(session.fault));
  const { tariff: terms, from, to } = tariff.content;
  const outcome = priceSession(session.content, terms, days);
  if (outcome.kind === 'needs-decision')
    throw new WrongFile(sessionFile, `this needs a decision: ${reasonLine(outcome.reason)}`);
  const start = sessionStart(session.content);
  if (start !== null && ((from !== null && start < from) || (to !== null && start > to)))
    console.error(`Note: the tariff was not valid when the session began, at ${iso(start)}.`);
  const { currency } = terms;
  const steps = outcome.steps.map((step) => stepAsJson(step, currency));
  console.info(JSON.stringify({ total: moneyAsJson(outcome.total, currency), steps }, null, 2));
  return 0;
}

function daysOf(zone: string): WallDays | null {
  try {
    return wallDays(zone);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

class WrongFile extends Error {
  constructor(file: string, problem: string) {
    super(`${file}: ${problem}.`);
  }
}

/** npm runs scripts in the project's folder; files are meant from where it was called. */
async function contentOf(file: string): Promise<unknown> {
  const text = await readFile(path.resolve(process.env.INIT_CWD ?? '', file), 'utf8').catch((error) => {
    throw new WrongFile(file, `cannot be read (${error instanceof Error ? error.message : error})`);
  });
  try {
    const content: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return content;
  } catch (error) {
    throw new WrongFile(file, `is no JSON (${error instanceof Error ? error.message : error})`);
  }
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  if (!(error instanceof WrongFile)) throw error;
  console.error(error.message.replaceAll('\n', ' '));
  return 1;
});
