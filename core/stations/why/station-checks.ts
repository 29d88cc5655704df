import type { Connector } from '../connector.ts';
import { clear, type Finding, hit, type WhyAction } from './finding.ts';
import type { WhyFacts } from './why-facts.ts';

/** Check 1: whether the station is on the line at all, and whether it went alone. */
export function checkConnection({ line }: WhyFacts): Finding {
  if (line.onlineSince !== null) return clear('connected', { sinceAt: line.onlineSince });
  if (line.refusedFor !== null)
    return hit('offline-refused', { reason: line.refusedFor }, { kind: 'open-door' });
  if (line.offlineSince === null) return hit('never-connected', {}, { kind: 'open-door' });
  const figures = { sinceAt: line.offlineSince };
  if (line.goneTogether > 0)
    return hit('offline-together', { ...figures, stations: line.goneTogether + 1 }, { kind: 'open-door' });
  return hit('offline', figures, { kind: 'open-door' });
}

/** Check 2: what the connector, or the station as a whole, calls a fault. */
export function checkFault({ own, connector }: WhyFacts): Finding {
  const faulty = [connector, own].find((one) => one?.status === 'Faulted');
  if (faulty === null || faulty === undefined) return clear('no-fault');
  const figures = {
    code: faulty.errorCode,
    extra: faulty.vendorErrorCode ?? faulty.info ?? '',
    sinceAt: faulty.since,
  };
  return hit('fault', figures, ACTION_OF_FAULT[faulty.errorCode] ?? { kind: 'restart' });
}

/** Check 3: whether it may work at all, and whether somebody, or the station itself, has taken it out of service. */
export function checkService({ own, connector, registration, stationId }: WhyFacts): Finding {
  if (registration !== 'accepted') return hit('not-accepted', {}, { kind: 'open-station', stationId });
  const away = [connector, own].find((one) => one?.status === 'Unavailable');
  if (away === null || away === undefined) return clear('in-service');
  const closedBy = away.closedBy ?? own?.closedBy ?? null;
  if (closedBy === null) return hit('self-unavailable', { sinceAt: away.since }, { kind: 'restart' });
  return hit(
    'closed',
    { who: closedBy.who, sinceAt: closedBy.at },
    { kind: 'put-in-service', connectorId: closedAsAWhole(own, away) ? 0 : away.connectorId },
  );
}

/** Check 4. */
export function checkUpdate({ update, stationId }: WhyFacts): Finding {
  if (update === null) return clear('no-update');
  return hit(
    'updating',
    { status: update.status, sinceAt: update.since },
    { kind: 'open-station', stationId },
  );
}

/** A restart is not the first thing after a fault for which an electrician is needed. */
const ACTION_OF_FAULT: Readonly<Record<string, WhyAction>> = {
  GroundFailure: { kind: 'take-out-of-service' },
  PowerSwitchFailure: { kind: 'take-out-of-service' },
  PowerMeterFailure: { kind: 'take-out-of-service' },
  ConnectorLockFailure: { kind: 'unlock' },
  LocalListConflict: { kind: 'open-offline-cards' },
  ReaderFailure: { kind: 'start' },
};

function closedAsAWhole(own: Connector | null, away: Connector): boolean {
  return away.connectorId === 0 || (own !== null && own.status === 'Unavailable' && own.closedBy !== null);
}
