import { accessGoals } from './access-goals.ts';
import type { Figures, LoadRun, TargetName } from './figures.ts';
import { atMost, type Goal, milliseconds, percent, told } from './goal.ts';
import { PACED_PER_SECOND } from './measure/pace.ts';
import { pricingGoals, tariffSiteGoals } from './pricing-goals.ts';

const NAMES: Readonly<Record<TargetName, string>> = {
  echo: 'ws echo (no checks, no store)',
  rpc: 'ocpp-rpc strict (no store)',
  product: 'Ladehaus (checked, journalled, COMMIT FULL)',
};

export function printReport(figures: Figures): void {
  const { machine, throughput, pace } = figures;
  print(`\n${machine.cores} × ${machine.model}, Node ${machine.node}. Only ratios within one run are meant.`);
  for (const { connections, medians, shareOfEcho, shareOfRpc } of throughput) {
    printRuns(`${connections} connections, each sends on when it is answered`, medians);
    print(`   Ladehaus / echo ${percent(shareOfEcho)}, Ladehaus / ocpp-rpc ${percent(shareOfRpc)}`);
    const byProcessor = medians.echo.serverMicroseconds / medians.product.serverMicroseconds;
    print(`   By processor time a message, whatever else the machine did: ${percent(byProcessor)} of echo`);
  }
  printRuns(`${PACED_PER_SECOND} messages a second over ${figures.idle.connections} connections`, pace);
  printTargets(figures);
}

function printRuns(title: string, runs: Readonly<Record<TargetName, LoadRun>>): void {
  print(`\n${title}\n${row('', ['msg/s', 'p50 ms', 'p99 ms', 'CPU µs/msg', 'cores', 'load', 'others'])}`);
  for (const name of ['echo', 'rpc', 'product'] as const) {
    const run = runs[name];
    print(
      row(NAMES[name], [
        Math.round(run.perSecond).toLocaleString('en'),
        run.p50Ms.toFixed(2),
        run.p99Ms.toFixed(2),
        run.serverMicroseconds.toFixed(1),
        run.serverCores.toFixed(2),
        run.generatorCores.toFixed(2),
        run.otherCores.toFixed(2),
      ]),
    );
  }
}

function printTargets(figures: Figures): void {
  print('\nWhat was promised, and what was measured');
  for (const { what, figure, target, reached } of goalsOf(figures)) {
    const verdict = reached === null ? '' : reached ? 'reached' : 'MISSED';
    print(`   ${what.padEnd(64)} ${figure.padStart(14)}   ${target.padEnd(22)} ${verdict}`);
  }
}

function goalsOf(figures: Figures): readonly Goal[] {
  const { scale, throughput, pace, pages, report, idle, tlsStorm, access, pricing, tariffSite } = figures;
  const goals: Goal[] = throughput.map(({ connections, shareOfEcho }) => ({
    what: `share of bare echo, ${connections} connections`,
    figure: percent(shareOfEcho),
    target: connections === 1_000 ? '≥ 30 %, aim 40 %' : '',
    reached: connections === 1_000 ? shareOfEcho >= 0.3 : null,
  }));
  const sessions = scale.storedSessions.toLocaleString('en');
  const [first, ...filtered] = pages;
  const slowest = Math.max(...filtered.map(({ medianMs }) => medianMs));
  goals.push(
    atMost(`p99 at ${PACED_PER_SECOND}/s, ${idle.connections} connections`, pace.product.p99Ms, 5),
    atMost(`first page of ${sessions} sessions, first request`, first?.coldMs ?? Number.NaN, 100),
    atMost(`first page of ${sessions} sessions, median`, first?.medianMs ?? Number.NaN, 100),
    atMost('the same with the slowest filter, median', slowest, 100),
    atMost('start with an empty database', figures.emptyStartMs, 1_500),
    atMost(`start with ${sessions} sessions`, figures.largeStartMs, 1_500),
    told('memory without connections', `${idle.withoutConnectionsMegabytes.toFixed(0)} MB`),
    told(
      `memory of ${idle.connections} idle connections`,
      `${idle.kilobytesPerConnection.toFixed(1)} kB each`,
    ),
    atMost(`${tlsStorm.stations} stations back at once over TLS, booted`, tlsStorm.tookMs, 10_000),
    atMost('BootNotification p99 meanwhile', tlsStorm.bootP99Ms, 2_000),
    told('memory of a connection over TLS', `${tlsStorm.kilobytesPerConnection.toFixed(1)} kB each`),
    told(`totals over ${sessions} sessions`, milliseconds(report.totalsMs)),
    told('CSV export meanwhile', `${report.exportedMegabytesPerSecond.toFixed(1)} MB/s`),
    told('Heartbeat p99, 200 stations sending', milliseconds(report.calm.heartbeatP99Ms)),
    told('Heartbeat p99 during totals and export', milliseconds(report.duringReport.heartbeatP99Ms)),
    told('event loop late during them, p99', milliseconds(report.duringReport.loopP99Ms)),
    told('event loop late during them, at the worst', milliseconds(report.duringReport.loopMaxMs)),
  );
  return [...goals, ...accessGoals(access), ...pricingGoals(pricing), ...tariffSiteGoals(tariffSite)];
}

function row(name: string, cells: readonly string[]): string {
  return `   ${name.padEnd(44)}${cells.map((cell) => cell.padStart(11)).join('')}`;
}

function print(line: string): void {
  console.info(line);
}
