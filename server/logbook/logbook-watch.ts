import { DAY, type Instant } from '#core/shared/units.ts';
import type { Store } from '#store/store.ts';
import type { Clock } from '../clock.ts';
import { logLine } from '../site/log-line.ts';
import type { SiteDesk } from '../site/site-desk.ts';
import { checkLogbook, type LogbookCheck } from './check-logbook.ts';
import type { HeadFile, LogbookHead } from './head-file.ts';

/** Watches over the logbook: nobody may change it behind the program's back without being found out. */
export interface LogbookWatch {
  /** What was found last; null until it has been looked at. */
  latest(): LogbookFinding | null;
  /** Looks at every entry. One look at a time: who asks meanwhile hears of that one. */
  verify(): Promise<LogbookFinding>;
  /** Looks once a day, and keeps the latest entry outside the database. Called once a minute. */
  tick(): Promise<void>;
  /** Keeps the latest entry, when the program ends. */
  keepHead(): Promise<void>;
}

export type LogbookFinding = LogbookCheck & { readonly at: Instant };

export function openLogbookWatch({
  desk,
  store,
  clock,
  file,
}: {
  readonly desk: SiteDesk;
  readonly store: Store;
  readonly clock: Clock;
  readonly file: HeadFile;
}): LogbookWatch {
  let kept: LogbookHead | null = file.read();
  let found: LogbookFinding | null = null;
  let looking: Promise<LogbookFinding> | null = null;

  return {
    latest: () => found,
    verify,

    async tick() {
      if (found === null || clock.now() - found.at >= DAY) await verify();
      await keepHead();
    },

    keepHead,
  };

  function verify(): Promise<LogbookFinding> {
    looking ??= look().finally(() => {
      looking = null;
    });
    return looking;
  }

  async function look(): Promise<LogbookFinding> {
    const head = await headOnDisk();
    const check = await checkLogbook(store.reads, { head, kept });
    found = { ...check, at: clock.now() };
    if (check.broken !== null) await raiseAlarm(check.broken);
    return found;
  }

  /** The latest hash, once all that led to it is on the disk. */
  function headOnDisk(): Promise<string | null> {
    return desk.decide((live) => ({ value: live.logbookHead, changes: [] }));
  }

  /** What was kept stays when it was contradicted: it is the proof. Nothing is kept before a first look. */
  async function keepHead(): Promise<void> {
    if (found === null || found.broken !== null) return;
    const head = await headOnDisk();
    if (head === null || head === kept?.hash) return;
    let after = kept?.id ?? found.last?.id ?? 0;
    for (;;) {
      const page = await store.reads.sealedEntries({ after: after - 1, limit: 500 });
      const entry = page.find(({ hash }) => hash === head);
      if (entry !== undefined) {
        kept = { id: entry.id, hash: head };
        file.keep(kept);
        return;
      }
      const last = page.at(-1)?.id ?? 0;
      if (page.length < 500 || last <= after) return;
      after = last;
    }
  }

  /** Once for each break, also over restarts: the same line every night says nothing new. */
  async function raiseAlarm({ id, kind }: NonNullable<LogbookCheck['broken']>): Promise<void> {
    const facts = { entry: id, break: kind };
    const [told] = await store.reads.listLog({ kinds: ['logbook-broken'], limit: 1 });
    if (told?.entry.facts.entry === id && told.entry.facts.break === kind) return;
    await desk.decide(() => ({
      value: undefined,
      changes: [logLine(clock.now(), 'logbook-broken', { level: 'fault', facts })],
      told: [{ kind: 'log' }, { kind: 'site' }],
    }));
  }
}
