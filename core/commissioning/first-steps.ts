import { MINUTE, SECOND } from '../shared/units.ts';
import { entryOf } from '../stations/configuration.ts';
import { act, type BenchFacts, fail, isOverdue, type LookAtStep, pass, WAIT } from './step-move.ts';

/** A technician walks from the laptop to the station. */
const PERSON_HAS = 5 * MINUTE;
const ANSWER_TIME = MINUTE;
const STATUS_TIME = 15 * SECOND;

/** The station has booted here and said who it is; a station that has not is asked to. */
export const lookAtBoot: LookAtStep = (facts, memo) => {
  const { lastBootAt, onlineSince, identity, now } = facts;
  if (onlineSince === null) return isOverdue(memo, now, PERSON_HAS) ? fail('not-connected') : WAIT;
  if (lastBootAt !== null)
    return pass({
      vendor: identity.vendor ?? '',
      model: identity.model ?? '',
      serial: identity.serialNumber ?? '',
      firmware: identity.firmware ?? '',
      bootAt: lastBootAt,
    });
  if (memo.phase === 0) return act({ kind: 'ask-boot' }, memo, now);
  return isOverdue(memo, now, ANSWER_TIME) ? fail('no-boot') : WAIT;
};

/** Its settings are read anew, so that the report shows what is set now. */
export const lookAtConfiguration: LookAtStep = (facts, memo) => {
  const { configuration, now } = facts;
  if (memo.phase === 0) return act({ kind: 'read-configuration' }, memo, now);
  if (configuration?.readAt != null && configuration.readAt >= memo.phaseSince)
    return pass({
      keys: configuration.entries.length,
      secrets: configuration.entries.filter(({ secret }) => secret).length,
      profiles: entryOf(configuration, 'SupportedFeatureProfiles')?.value ?? '',
    });
  return isOverdue(memo, now, 2 * ANSWER_TIME) ? fail('configuration-not-read') : WAIT;
};

/** Every connector has said how it is, and none is broken. */
export const lookAtStatus: LookAtStep = (facts, memo) => {
  const { connectors, now } = facts;
  if (memo.phase === 0) return act({ kind: 'ask-status' }, memo, now);
  const faulted = connectors.find(({ status }) => status === 'Faulted');
  if (faulted !== undefined)
    return fail('connector-faulted', { connector: faulted.connectorId, code: faulted.errorCode });
  const missing = missingConnectors(facts);
  if (missing.length === 0 && connectors.length > 0)
    return pass({
      connectors: connectors.length,
      states: connectors.map(({ connectorId, status }) => `${connectorId}: ${status}`).join(', '),
    });
  return isOverdue(memo, now, STATUS_TIME)
    ? fail('status-missing', { connectors: missing.join(', ') })
    : WAIT;
};

/** A card is held and accepted. */
export const lookAtCard: LookAtStep = ({ held, now }, memo) => {
  if (held !== null && held.at >= memo.phaseSince) {
    if (held.verdict !== 'accepted') return fail('card-refused', { card: held.uid, refusal: held.verdict });
    return pass({ card: held.uid, at: held.at });
  }
  return isOverdue(memo, now, PERSON_HAS) ? fail('no-card-held') : WAIT;
};

/** Numbers of connectors that the station claims to have and that have not said anything. */
function missingConnectors({ configuration, connectors, connectorId }: BenchFacts): readonly number[] {
  const claimed = Number(entryOf(configuration, 'NumberOfConnectors')?.value ?? connectorId);
  const count = Number.isInteger(claimed) && claimed > 0 && claimed <= 64 ? claimed : connectorId;
  const known = new Set<number>(connectors.map((connector) => connector.connectorId));
  return Array.from({ length: count }, (_, index) => index + 1).filter((number) => !known.has(number));
}
