import type { Application } from '../application.ts';
import { createWebhookSender } from '../erp/webhook-sender.ts';
import { deliverCertificates, renewStationCertificates } from '../security/station-certificates.ts';
import { createLimitResending } from '../stations/resend-limits.ts';
import { createUnaskedReading } from '../stations/unasked-reading.ts';
import { createEffectTeller } from '../tariffs/tell-effect.ts';
import { expireReservations } from './expire-reservations.ts';
import { createListKeeper } from './keep-local-lists.ts';
import { createProgressSaver } from './save-progress.ts';
import { watchAddress } from './watch-address.ts';
import { createClockWatch } from './watch-clock.ts';
import { watchSessions } from './watch-sessions.ts';
import { createStationWatch } from './watch-stations.ts';

export interface Jobs {
  /** Looks at all deadlines now. */
  catchUp(): void;
  /** Ends the jobs, after a last look at what has to be saved. */
  stop(): Promise<void>;
  /** Resolves when nothing is at work any more, or after a moment: what waits for a station ends with its line. */
  settled(): Promise<void>;
}

const LONGEST_WAIT_MS = 2_000;

/**
 * Deadlines are stored moments that are looked at again and again, never long timers: computers sleep, and
 * a timer set for tomorrow would be late by the night.
 */
export function startJobs(app: Application): Jobs {
  const atWork = new Set<Promise<unknown>>();
  const watchStations = createStationWatch(app);
  const watchClock = createClockWatch(app);
  const readUnasked = createUnaskedReading(app);
  const resendLimits = createLimitResending(app);
  const progress = createProgressSaver(app);
  const keepLists = single(createListKeeper(app));
  const uploads = single(app.uploads.tick);
  const documents = single(app.documents.tick);
  documents();
  const acceptance = single(app.acceptance.tick);
  const tellEffect = createEffectTeller(app);
  const commands = single(async () => {
    tellEffect();
    app.commands.tick();
    readUnasked();
    resendLimits();
    await watchClock();
    await expireReservations(app);
  });
  const prices = single(app.rating.tick);
  prices();
  const heldPrices = single(app.rating.lookAtHeld);
  heldPrices();
  const watches = single(async () => {
    await watchSessions(app);
    await watchStations();
    await progress.whenDue();
  });
  // Addresses come and go with cables and Wi-Fi.
  const addresses = single(async () => {
    await app.lan.follow(app.desk.live.settings?.lanOpen === true);
    await watchAddress(app);
  });
  addresses();
  const certificates = single(() => deliverCertificates(app));
  const webhooks = createWebhookSender(app, Math.random);
  const renewals = single(() => app.authority.renewIfDue());
  const stationRenewals = single(() => renewStationCertificates(app));
  const logbook = single(app.logbook.tick);
  logbook();
  const timers = [
    setInterval(logbook, 60_000),
    setInterval(certificates, 1_000),
    setInterval(webhooks.tick, 1_000),
    setInterval(renewals, 60_000),
    setInterval(stationRenewals, 60_000),
    setInterval(commands, 1_000),
    setInterval(acceptance, 1_000),
    setInterval(watches, 15_000),
    setInterval(prices, 15_000),
    setInterval(heldPrices, 3_600_000),
    setInterval(keepLists, 1_000),
    setInterval(uploads, 15_000),
    setInterval(documents, 3_600_000),
    setInterval(addresses, 60_000),
  ];

  return {
    catchUp() {
      commands();
      acceptance();
      watches();
      prices();
      keepLists();
      uploads();
      documents();
      addresses();
      certificates();
      webhooks.tick();
      renewals();
      stationRenewals();
    },
    async stop() {
      timers.forEach(clearInterval);
      await webhooks.close();
      await progress.save();
    },
    async settled() {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const late = new Promise((resolve) => {
        timer = setTimeout(resolve, LONGEST_WAIT_MS);
      });
      await Promise.race([Promise.all(atWork), late]);
      clearTimeout(timer);
    },
  };

  /** A job that is still running when it is due again is left alone. */
  function single(job: () => Promise<unknown>): () => void {
    let running = false;
    return () => {
      if (running) return;
      running = true;
      const work = job()
        .catch((error: unknown) => app.log.error({ err: error }, 'job failed'))
        .finally(() => {
          running = false;
          atWork.delete(work);
        });
      atWork.add(work);
    };
  }
}
