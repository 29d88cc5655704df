import type { AccessFigures } from './figures.ts';
import { atMost, type Goal, milliseconds, told } from './goal.ts';

/** What was promised of drivers, cards and rules; beside each figure what the bare thing takes in the same run. */
export function accessGoals(access: AccessFigures): readonly Goal[] {
  const { decisions, authorize, lists, imported, reckoning, rules } = access;
  const holders = access.holders.toLocaleString('en');
  const slowest = lists.ways.reduce((worst, way) => (way.medianMs > worst.medianMs ? way : worst));
  const rows = imported.rows.toLocaleString('en');
  return [
    atMost(`decision on one of ${holders} cards by ${rules} rules, p99`, decisions.decided.p99Ms, 1),
    told('   a card in a map and the same answer, p99', milliseconds(decisions.found.p99Ms)),
    told('Authorize over a socket, median and stored', milliseconds(authorize.product.p50Ms)),
    told('   the same of a bare echo', milliseconds(authorize.echo.p50Ms)),
    ...lists.ways
      .filter(({ name }) => name.endsWith('first page'))
      .map(({ name, medianMs }) => atMost(`${holders} ${name}`, medianMs, 100)),
    atMost(`slowest of all lists: ${slowest.name}`, slowest.medianMs, 100),
    told('   rows of a page by their numbers, bare', milliseconds(lists.bareMs)),
    atMost(`import of ${rows} cards, dry run and run`, imported.dryRunMs + imported.runMs, 5_000),
    told('   its rows as bare INSERTs, one COMMIT', milliseconds(imported.bareMs)),
    told(`what a station should know of ${holders} cards`, milliseconds(reckoning.stationMs)),
    told('   longest that nobody else had a turn', milliseconds(reckoning.stallMs)),
    told('   when nothing has changed', milliseconds(reckoning.unchangedMs)),
  ];
}
