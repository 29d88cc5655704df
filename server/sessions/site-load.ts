import type { CurvePoint } from '#core/sessions/curve.ts';
import type { Session } from '#core/sessions/session.ts';
import type { TenantId } from '#core/shared/ids.ts';
import { HOUR, type Instant, later, MINUTE } from '#core/shared/units.ts';
import type { Reads } from '#store/reads.ts';
import type { Clock } from '../clock.ts';
import type { LiveSite } from '../site/live-site.ts';

export interface LoadPoint {
  readonly at: Instant;
  readonly powerW: number;
}

/** Power of the whole site over the last hours, put together from the curves of its sessions. */
export interface SiteLoad {
  /** Of all sessions, or only of those at some nodes. */
  lastHours(tenants?: readonly TenantId[]): Promise<readonly LoadPoint[]>;
}

const SPAN = 12 * HOUR;
const STEP = 5 * MINUTE;
/** A session may have begun this long before the span and still reach into it. */
const LONGEST = 36 * HOUR;
const STALE = 15 * MINUTE;
const FRESH_MS = 60_000;

export function createSiteLoad(live: LiveSite, reads: Reads, clock: Clock): SiteLoad {
  // The promise is kept, so that windows that ask together wait for the same answer.
  let kept: Promise<readonly LoadPoint[]> | null = null;
  let askedAt = Number.NEGATIVE_INFINITY;

  return {
    lastHours(tenants) {
      // What a few see of it is asked for seldom, and put together from a few sessions.
      if (tenants !== undefined) return putTogether(tenants);
      if (kept !== null && clock.monotonic() - askedAt < FRESH_MS) return kept;
      askedAt = clock.monotonic();
      const asked = putTogether();
      kept = asked;
      asked.catch(() => {
        if (kept === asked) kept = null;
      });
      return asked;
    },
  };

  async function putTogether(tenants?: readonly TenantId[]): Promise<readonly LoadPoint[]> {
    const now = clock.now();
    const from = Math.ceil((now - SPAN) / STEP) * STEP;
    const powers = new Array<number>(Math.floor((now - from) / STEP) + 1).fill(0);
    for await (const sessions of reads.eachSession({
      from: later(now, -SPAN - LONGEST),
      ...(tenants && { tenants }),
    }))
      for (const session of sessions) addCurve(powers, from, await curveOf(session, now));
    return powers.map((powerW, index) => ({
      at: (from + index * STEP) as Instant,
      powerW: Math.round(powerW),
    }));
  }

  async function curveOf(stored: Session, now: Instant): Promise<readonly CurvePoint[]> {
    const session = live.sessions.byId(stored.id) ?? stored;
    const curve = live.sessions.curve(session.id);
    const last = curve.at(-1);
    if (session.end === null) {
      // What a running session drew last it still draws, unless that was long ago.
      const current = last !== undefined && now - last.at < STALE;
      return current ? [...curve, { ...last, at: later(now, STEP) }] : curve;
    }
    if (session.end.at < now - SPAN) return [];
    return curve.length > 0 ? curve : ((await reads.curve(session.id)) ?? []);
  }
}

/** Adds a curve to the raster: each value holds until the next one, the last one for nothing. */
function addCurve(powers: number[], from: number, curve: readonly CurvePoint[]): void {
  for (let index = 0; index + 1 < curve.length; index += 1) {
    const point = curve[index];
    const next = curve[index + 1];
    if (point?.power == null || next === undefined) continue;
    const first = Math.max(0, Math.ceil((point.at - from) / STEP));
    for (let slot = first; slot < powers.length && from + slot * STEP < next.at; slot += 1)
      powers[slot] = (powers[slot] ?? 0) + point.power;
  }
}
