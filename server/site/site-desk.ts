import type { LiveEvent } from '#api/events.ts';
import type { Change } from '#core/changes.ts';
import type { RecordDifference } from '#core/logbook/entry.ts';
import type { Store } from '#store/store.ts';
import { deliveriesOf } from '../erp/outbox.ts';
import type { LiveSite } from './live-site.ts';
import { changedBySomebody } from './record-differences.ts';
import { sealEntries } from './seal-entries.ts';
import { UndoLog } from './undo-log.ts';

/** What a decision wants: changes to keep, the value for whoever asked, and what to tell open windows. */
export interface Decided<T> {
  readonly value: T;
  readonly changes: readonly Change[];
  readonly told?: readonly LiveEvent[];
  /** What the changes do to records, where it was worked out ahead on the very records that are there now. */
  readonly differences?: readonly RecordDifference[];
  /** What is remembered in memory only, with the way to take it back. */
  readonly remember?: ((undo: UndoLog) => void) | undefined;
}

export interface SiteDesk {
  readonly live: LiveSite;
  /**
   * Decides on live state when its turn comes, stores what was decided, and resolves after the COMMIT.
   * Rejects with the store's `StoreFailure` when it could not be kept; live state is then as before.
   */
  decide<T>(decision: (live: LiveSite) => Decided<T>): Promise<T>;
}

/** The one desk where everything that happens at the site is decided and stored, one after the other. */
export function openSiteDesk(
  live: LiveSite,
  store: Store,
  tell: (events: readonly LiveEvent[]) => void,
): SiteDesk {
  return {
    live,
    decide(decision) {
      const undo = new UndoLog();
      let changes: readonly Change[] = [];
      let told: readonly LiveEvent[] = [];
      return store.submit({
        decide() {
          const decided = decision(live);
          // What records are like before is known only until the changes are in effect.
          const differences = decided.differences ?? changedBySomebody(live, decided.changes);
          live.apply(decided.changes, undo);
          const sealed = sealEntries(live, { changes: decided.changes, differences }, undo);
          decided.remember?.(undo);
          const deliveries = deliveriesOf(live, sealed);
          changes = [...sealed, ...deliveries];
          told = [...(decided.told ?? []), ...(deliveries.length > 0 ? [{ kind: 'webhook' as const }] : [])];
          return { changes, value: decided.value };
        },
        undo: () => undo.run(),
        kept() {
          live.stored(changes);
          if (told.length > 0) tell(told);
        },
      });
    },
  };
}
