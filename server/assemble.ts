import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DESKTOP_WINDOW } from '#core/people/device.ts';
import type { Action } from '#ocpp/v16/actions.ts';
import type { Store } from '#store/store.ts';
import type { Application } from './application.ts';
import type { Clock } from './clock.ts';
import { type ClosingList, createClosingList } from './closing-list.ts';
import { openAcceptanceDesk } from './commissioning/acceptance-desk.ts';
import type { ServerConfig } from './config.ts';
import { runDemo } from './demo/run-demo.ts';
import { openIssuerKeyShelf, textFetcher } from './erp/issuer-keys.ts';
import { openSigningKeyRing } from './erp/signing-key-ring.ts';
import { openTokenDesk } from './erp/token-desk.ts';
import { openImportDesk } from './imports/import-desk.ts';
import { startJobs } from './jobs/start-jobs.ts';
import { createEventStream } from './live/event-stream.ts';
import type { Log } from './log.ts';
import { openHeadFile } from './logbook/head-file.ts';
import { openLogbookWatch } from './logbook/logbook-watch.ts';
import { createAddressBook } from './network/address-book.ts';
import { createGuardedRequests } from './network/guarded-request.ts';
import { createLanDoor } from './network/lan-door.ts';
import { addressesOf, hostsOf, isOwnOrigin } from './network/own-hosts.ts';
import { ownNetworks } from './network/own-networks.ts';
import { resolveName } from './network/resolve-name.ts';
import { namedAddresses, stationAddresses } from './network/site-addresses.ts';
import { openStationPort } from './ocpp/station-port.ts';
import { openAccountDesk } from './people/account-desk.ts';
import { createAttemptGate } from './people/attempt-gate.ts';
import { firstOwner } from './people/first-owner.ts';
import { passwordProof } from './people/prove-password.ts';
import { openSecondFactorDesk } from './people/second-factor-desk.ts';
import { openSignInDesk } from './people/sign-in-desk.ts';
import { answerInTheClear } from './rest/answer-in-the-clear.ts';
import { cookieName } from './rest/callers.ts';
import { createHttpApp } from './rest/http-app.ts';
import { openKeyVault } from './security/key-vault.ts';
import { openSiteAuthority } from './security/site-authority.ts';
import { createSiteLoad } from './sessions/site-load.ts';
import { createTodayEnergy } from './sessions/today-energy.ts';
import { LiveSite } from './site/live-site.ts';
import { logLine } from './site/log-line.ts';
import { restoreCurves } from './site/restore-curves.ts';
import { openSiteDesk } from './site/site-desk.ts';
import type { RunningServer } from './start.ts';
import { askStation } from './stations/ask-station.ts';
import { createFirmwareCheck } from './stations/check-firmware.ts';
import { openCommandDesk } from './stations/command-desk.ts';
import { openConfigurationDesk } from './stations/configuration-desk.ts';
import { watchConnections } from './stations/connected-stations.ts';
import { openDocumentDesk } from './stations/document-desk.ts';
import { createDoorLog } from './stations/door-log.ts';
import { createKnocks } from './stations/knocks.ts';
import { loadPassports } from './stations/load-passports.ts';
import { heldLately } from './stations/reckon-list.ts';
import { listSender } from './stations/send-local-list.ts';
import { openUploadDesk } from './stations/upload-desk.ts';
import { openRatingDesk } from './tariffs/rating-desk.ts';
import { createRehearsals } from './tariffs/rehearsals.ts';
import { watchPrices } from './tariffs/watch-prices.ts';
import { createLiveTrace } from './trace/live-trace.ts';

export interface Parts {
  readonly config: ServerConfig;
  readonly store: Store;
  readonly log: Log;
  readonly clock: Clock;
  /** Names this run, so that a window can tell a restart from a pause. */
  readonly run: string;
  /** Addresses of the machine on which the user interface may be opened; asked of the system unless given. */
  readonly addresses?: () => readonly string[];
  /** Actions that are taken away; only tests ask for it. */
  readonly without?: readonly Action[];
  /** How other programs are found; only tests ask for it, which have nothing but loopback to receive on. */
  readonly outside?: Outside;
}

/** What lies outside when this program asks something of others. */
export interface Outside {
  readonly resolve: (name: string) => Promise<readonly string[]>;
  readonly allowLoopback: boolean;
}

const REAL_OUTSIDE: Outside = { resolve: resolveName, allowLoopback: false };

/**
 * Puts the program together by hand, one part after the other, and opens its doors last. When that fails half-way
 * the doors are shut again; the store is closed by whoever opened it.
 */
export async function assemble(parts: Parts): Promise<RunningServer> {
  const doors = createClosingList(parts.log);
  try {
    return await assembleBehind(doors, parts);
  } catch (error) {
    await doors.closeAll();
    throw error;
  }
}

async function assembleBehind(
  doors: ClosingList,
  { config, store, log, clock, run, addresses, without, outside = REAL_OUTSIDE }: Parts,
): Promise<RunningServer> {
  const live = new LiveSite(await store.load(), loadPassports(config.dataFolder, log), config.testToolMode);
  await restoreCurves(live, store.reads);
  const events = createEventStream(run);
  const desk = openSiteDesk(live, store, events.tell);
  const stations = watchConnections(desk, clock, log);
  const uploads = openUploadDesk({
    desk,
    clock,
    log,
    dataFolder: config.dataFolder,
    host: config.ocppHost,
    usualPort: config.uploadPort ?? 0,
  });
  const isTestTool = () => live.isTestTool;
  const sendList = listSender({
    desk,
    clock,
    lastHeld: async () => heldLately(await store.reads.latestHoldings(null)),
    mayAsk: () => !isTestTool(),
  });
  const ports = { ui: config.uiPort, ocpp: config.ocppPort, ocppTls: config.ocppTlsPort };
  const vault = openKeyVault(config.dataFolder);
  const requests = createGuardedRequests({
    policy: {
      lanTargets: () => live.settings?.lanTargets ?? [],
      ownNetworks,
      ownPorts: () => new Set([ports.ui, ports.ocpp, ports.ocppTls ?? ports.ocpp]),
      allowLoopback: outside.allowLoopback,
    },
    resolve: outside.resolve,
    roots: () => [...live.authorities.values()].map(({ certificate }) => certificate),
  });
  const signingKeys = openSigningKeyRing(desk, vault, clock);
  const gate = createAttemptGate(clock);
  const prove = passwordProof(desk, gate);
  const signIns = openSignInDesk({ desk, reads: store.reads, clock, log, vault, gate });
  const listener: RequestListener = (request, response) => http.routing(request, response);
  // Whoever reaches the demo is in, so it is never on the network, whatever its settings say.
  const lanAddresses = config.demo ? () => [] : addresses;
  const app: Application = {
    version: config.version,
    demo: config.demo,
    clock,
    log,
    store,
    desk,
    stations,
    commands: openCommandDesk(desk, stations, { clock, log, uploads, sendList }),
    imports: openImportDesk({ desk, store, clock }),
    uploads,
    documents: openDocumentDesk(desk, clock, config.dataFolder),
    checkFirmware: createFirmwareCheck(),
    vault,
    authority: openSiteAuthority(desk, vault, { clock, addresses: () => addressesOf(app) }),
    configurations: openConfigurationDesk({
      desk,
      stations,
      ask: askStation({ stations, desk }),
      clock,
      log,
      isTestTool,
    }),
    isTestTool,
    testToolForced: config.testToolMode === true,
    logbook: openLogbookWatch({ desk, store, clock, file: openHeadFile(config.dataFolder) }),
    knocks: createKnocks(clock.now),
    door: createDoorLog(),
    trace: createLiveTrace(),
    signingKeys,
    tokens: openTokenDesk({
      desk,
      keys: signingKeys,
      clock,
      isOwnOrigin: (origin) => isOwnOrigin(app, origin),
    }),
    issuerKeys: openIssuerKeyShelf(desk, textFetcher(requests), clock),
    ownHosts: () => hostsOf(app),
    signIns,
    account: openAccountDesk({ desk, clock, signIns, prove }),
    secondFactors: openSecondFactorDesk({ desk, clock, vault, prove }),
    events,
    today: createTodayEnergy(live, store.reads, clock),
    load: createSiteLoad(live, store.reads, clock),
    lan: createLanDoor({
      port: () => ports.ui,
      listener,
      plain: answerInTheClear(() => app.ownHosts()),
      identity: () => app.authority.identity(),
      log,
      ...(lanAddresses && { addresses: lanAddresses }),
    }),
    addresses: createAddressBook(
      addresses === undefined ? () => stationAddresses(config.ocppHost) : () => namedAddresses(addresses()),
      clock,
    ),
    requests,
    ocppHost: config.ocppHost,
    ports,
    get acceptance() {
      return acceptance;
    },
    get rating() {
      return rating;
    },
    get rehearsals() {
      return rehearsals;
    },
  };
  const acceptance = openAcceptanceDesk(app);
  const rating = openRatingDesk(app);
  const rehearsals = createRehearsals(app);
  events.listen(null, ({ event }) => {
    if (event.kind === 'session') app.today.outdated();
  });
  const http = await createHttpApp(app, config.rendererFolder);
  doors.add('user interface', () => http.close());
  await http.ready();
  doors.add('live events', events.close);
  doors.add('live messages', app.trace.close);

  doors.add('prices', await watchPrices(app));
  const stationPort = await openStationPort(app, config, without);
  doors.add('port for stations', stationPort.close);
  ports.ocpp = stationPort.port;
  ports.ocppTls = stationPort.tlsPort;
  app.authority.onRenewed(stationPort.renewIdentity);
  app.authority.onRenewed(app.lan.renewIdentity);
  await http.listen({ host: '127.0.0.1', port: config.uiPort });
  ports.ui = (http.server.address() as AddressInfo).port;
  doors.add('user interface on the network', app.lan.close);
  await app.lan.follow(live.settings?.lanOpen === true);
  await note(app, 'server-started');
  doors.add('uploads', uploads.close);
  const jobs = startJobs(app);
  doors.add('jobs', jobs.stop);
  if (config.demo) doors.add('demo', await runDemo(app));
  let stopping: Promise<void> | null = null;

  return {
    uiUrl: `http://127.0.0.1:${ports.ui}/`,
    ocppUrl: `ws://${config.ocppHost === '0.0.0.0' ? '127.0.0.1' : config.ocppHost}:${ports.ocpp}/ocpp/`,
    dataFolder: config.dataFolder,
    signInWindow: () => signInWindow(app),
    watchActivity: (tell) => watchActivity(app, tell),
    resumed: jobs.catchUp,

    stop() {
      stopping ??= stop();
      return stopping;
    },
  };

  async function stop(): Promise<void> {
    try {
      await doors.closeAll();
      // A job that is cut off in the middle would find its store closed.
      await jobs.settled();
      await note(app, 'server-stopped');
      await app.logbook.keepHead();
    } catch (error) {
      // On a full disk nobody reads of it in the logbook.
      log.error({ err: error }, 'stop not noted');
    } finally {
      await store.close();
    }
  }
}

function note(app: Application, kind: 'server-started' | 'server-stopped'): Promise<void> {
  return app.desk.decide(() => ({
    value: undefined,
    changes: [logLine(app.clock.now(), kind, { facts: { version: app.version } })],
    told: [{ kind: 'log' }],
  }));
}

async function signInWindow(app: Application): ReturnType<RunningServer['signInWindow']> {
  const owner = firstOwner(app.desk.live);
  if (owner === undefined) return null;
  const value = await app.signIns.admit(owner, { address: 'this computer', userAgent: DESKTOP_WINDOW });
  return { name: cookieName(app.ports.ui), value };
}

function watchActivity(app: Application, tell: Parameters<RunningServer['watchActivity']>[0]): () => void {
  const report = () =>
    tell({
      connectedStations: app.stations.lines().length,
      runningSessions: app.desk.live.sessions.open().length,
    });
  report();
  return app.events.listen(null, ({ event }) => {
    if (event.kind === 'station' || event.kind === 'session' || event.kind === 'reset') report();
  });
}
