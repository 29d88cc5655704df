import type { Order as OrderWish } from '#api/commands.ts';
import { cardUid } from '#core/access/card-uid.ts';
import { connectorId, sessionId } from '#core/shared/ids.ts';
import { type Instant, later, MINUTE } from '#core/shared/units.ts';
import type { Order } from '#core/stations/command.ts';
import type { Station } from '#core/stations/station.ts';
import type { Application } from '../../application.ts';
import type { Caller } from '../../people/caller.ts';
import { newRemoteStartTag } from '../../stations/remote-start-tag.ts';
import { fromIsoTime } from '../iso-time.ts';
import { mustBeOn } from '../must-be-on.ts';
import { ApiProblem, found } from '../problem.ts';
import { firmwareOrder } from './firmware-order.ts';
import { invalidField } from './invalid-field.ts';
import { orderedCard } from './ordered-card.ts';
import { checkedProfile } from './profile-order.ts';

interface Wished<W extends OrderWish> {
  readonly wish: W;
  readonly caller: Caller;
}

type Wish<Kind extends OrderWish['kind']> = Extract<OrderWish, { readonly kind: Kind }>;

/** Makes an order of what somebody wishes, or says what is wrong with it before any station hears of it. */
export async function orderFromWish(
  app: Application,
  station: Station,
  { wish, caller }: Wished<OrderWish>,
): Promise<Order> {
  switch (wish.kind) {
    case 'remote-start':
      return remoteStart(app, station, { wish, caller });
    case 'remote-stop':
      return remoteStop(app, station, wish.sessionId);
    case 'unlock':
      return { kind: 'unlock', connectorId: connectorId(wish.connectorId) };
    case 'reset':
      return { kind: 'reset', type: wish.type };
    case 'set-availability':
      return {
        kind: 'set-availability',
        connectorId: connectorId(wish.connectorId),
        inService: wish.inService,
      };
    case 'clear-cache':
      return { kind: 'clear-cache' };
    case 'trigger':
      return trigger(station, wish);
    case 'data-transfer': {
      const { vendorId, messageId = null, data = null } = wish;
      return { kind: 'data-transfer', vendorId, messageId, data };
    }
    case 'send-local-list':
      return { kind: 'send-local-list', whole: wish.whole === true };
    case 'reserve':
      return reserve(app, station, { wish, caller });
    case 'cancel-reservation': {
      const held = found(
        app.desk.live.reservations.get(wish.reservationId),
        `reservation ${wish.reservationId}`,
      );
      if (held.stationId !== station.id)
        throw new ApiProblem('not-found', { detail: `reservation ${wish.reservationId}` });
      return { kind: 'cancel-reservation', reservationId: held.id, connectorId: held.connectorId };
    }
    case 'set-charging-profile': {
      mustBeOn(app, 'energy');
      const place = connectorId(wish.connectorId);
      const profile = await checkedProfile(app, station, { place, wish: wish.profile, withStart: false });
      return { kind: 'set-charging-profile', connectorId: place, profile };
    }
    case 'clear-charging-profile':
      mustBeOn(app, 'energy');
      return {
        kind: 'clear-charging-profile',
        profileId: wish.profileId ?? null,
        connectorId: wish.connectorId === undefined ? null : connectorId(wish.connectorId),
        purpose: wish.purpose ?? null,
        stackLevel: wish.stackLevel ?? null,
      };
    case 'get-diagnostics':
      return { kind: 'get-diagnostics', target: targetOf(app, wish), ...spanOf(wish), ...retriesOf(wish) };
    case 'get-log':
      return {
        kind: 'get-log',
        log: wish.log,
        requestId: app.desk.live.nextId('request'),
        target: targetOf(app, wish),
        ...spanOf(wish),
        ...retriesOf(wish),
      };
    case 'update-firmware':
    case 'signed-update-firmware':
      return firmwareOrder(app, station, wish);
  }
}

async function remoteStart(
  app: Application,
  station: Station,
  { wish, caller }: Wished<Wish<'remote-start'>>,
): Promise<Order> {
  const place = connectorId(wish.connectorId);
  const { told } =
    wish.cardId === undefined
      ? { told: { idTag: newRemoteStartTag() } }
      : await orderedCard(app, station, { ...wish, cardId: wish.cardId, caller });
  const order = { kind: 'remote-start', connectorId: place, ...told } as const;
  if (wish.profile === undefined) return order;
  if (wish.profile.purpose !== 'TxProfile')
    throw invalidField('profile/purpose', 'a start takes a TxProfile along');
  return {
    ...order,
    profile: await checkedProfile(app, station, { place, wish: wish.profile, withStart: true }),
  };
}

function remoteStop(app: Application, { id }: Station, wanted: number): Order {
  const session = app.desk.live.sessions.byId(sessionId(wanted));
  if (session?.stationId !== id || session.end !== null)
    throw new ApiProblem('not-found', { detail: `running session ${wanted} of station ${id}` });
  const { transactionId } = session;
  return { kind: 'remote-stop', sessionId: session.id, transactionId, connectorId: session.connectorId };
}

function trigger({ registration }: Station, wish: Wish<'trigger'>): Order {
  // Errata 3.40: a station that has been accepted is not asked to boot.
  if (wish.message === 'BootNotification' && registration === 'accepted')
    throw new ApiProblem('boot-not-triggered');
  return {
    kind: 'trigger',
    message: wish.message,
    connectorId: wish.connectorId === undefined ? null : connectorId(wish.connectorId),
    extended: wish.extended === true,
  };
}

async function reserve(
  app: Application,
  station: Station,
  { wish, caller }: Wished<Wish<'reserve'>>,
): Promise<Order> {
  const expiresAt = fromIsoTime(wish.expiresAt);
  if (expiresAt <= app.clock.now()) throw invalidField('expiresAt', 'must be in the future');
  const { card, told } = await orderedCard(app, station, { ...wish, caller, until: expiresAt });
  const group = wish.group === undefined ? card.parentTag : wish.group === null ? null : cardUid(wish.group);
  return {
    kind: 'reserve',
    reservationId: app.desk.live.nextId('request'),
    connectorId: connectorId(wish.connectorId),
    ...told,
    group,
    expiresAt,
  };
}

function targetOf(app: Application, { location }: { readonly location?: string }) {
  return location === undefined
    ? ({ kind: 'here', uploadId: app.desk.live.nextId('request') } as const)
    : ({ kind: 'elsewhere', url: location } as const);
}

function spanOf({ from, to }: { readonly from?: string; readonly to?: string }): {
  readonly from: Instant | null;
  readonly to: Instant | null;
} {
  const span = {
    from: from === undefined ? null : fromIsoTime(from),
    to: to === undefined ? null : fromIsoTime(to),
  };
  if (span.from !== null && span.to !== null && span.to < later(span.from, MINUTE))
    throw invalidField('to', 'must be at least a minute after the beginning');
  return span;
}

export function retriesOf({
  retries = null,
  retrySeconds = null,
}: {
  readonly retries?: number | null;
  readonly retrySeconds?: number | null;
}) {
  return { retries, retrySeconds };
}
