import type { Delivery } from '#core/erp/delivery.ts';
import { type Instant, instant } from '#core/shared/units.ts';

/** Somebody looked at what waits for a webhook; `seen` tells whether more has come since. */
export interface Look {
  readonly webhookId: number;
  readonly seen: number;
}

interface Waiting {
  readonly dueAt: Instant;
  readonly seen: number;
}

/**
 * For which webhooks something waits in the store, and when it is due: what is known here need not be asked every second.
 * Told after the COMMIT only, so whoever looks then finds it.
 */
export class WaitingWebhooks {
  readonly #waiting: Map<number, Waiting>;
  #seen = 0;

  constructor(webhookIds: readonly number[]) {
    this.#waiting = new Map(webhookIds.map((id) => [id, { dueAt: instant(0), seen: 0 }]));
  }

  note({ webhookId, life }: Delivery): void {
    if (life.kind !== 'waiting') return;
    this.#seen += 1;
    const known = this.#waiting.get(webhookId);
    const dueAt = known === undefined || life.nextAt < known.dueAt ? life.nextAt : known.dueAt;
    this.#waiting.set(webhookId, { dueAt, seen: this.#seen });
  }

  dueAt(now: Instant): readonly Look[] {
    return [...this.#waiting]
      .filter(([, { dueAt }]) => dueAt <= now)
      .map(([webhookId, { seen }]) => ({ webhookId, seen }));
  }

  /** Whoever looked found the next one due at a moment, or nothing. */
  found({ webhookId, seen }: Look, dueAt: Instant | null): void {
    // What came while somebody looked may be due earlier: it is looked at again.
    if (this.#waiting.get(webhookId)?.seen !== seen) return;
    if (dueAt === null) this.#waiting.delete(webhookId);
    else this.#waiting.set(webhookId, { dueAt, seen });
  }
}
