import type { Why } from '#api/why.ts';
import type { Card } from '#core/access/card.ts';
import type { Refusal } from '#core/access/refusal.ts';
import { cardId, connectorId, stationId } from '#core/shared/ids.ts';
import { type Explanation, explain, worstOf } from '#core/stations/why/explain.ts';
import type { WhyAction } from '#core/stations/why/finding.ts';
import type { WhyFacts } from '#core/stations/why/why-facts.ts';
import type { Application } from '../../application.ts';
import type { Caller } from '../../people/caller.ts';
import { readWhyFacts, whyFacts } from '../../stations/gather-why-facts.ts';
import { seenHolder } from '../access/seen-holder.ts';
import type { SomeHandlers } from '../route-handlers.ts';
import { station } from './named-station.ts';

export function whyHandlers(app: Application): SomeHandlers<'explainStation'> {
  const programStartedAt = app.clock.now();
  return {
    async explainStation({ params, query, caller }) {
      const asked = station(app, params.stationId);
      const stored = await readWhyFacts(app, asked.id);
      const connectors = connectorsOf(app, asked.id, query.connector);
      const explanations = connectors.map((connector) =>
        explain(hushed(app, whyFacts(app, asked, { connector, stored, programStartedAt }), caller)),
      );
      const worst = worstOf(explanations);
      if (worst === null) throw new Error('A station without an explanation');
      return whyView(asked.id, connectors[explanations.indexOf(worst)] ?? null, worst);
    },
  };
}

/** Whose card was held is for whoever may see the card; what became of it is for everybody who asks. */
function hushed(app: Application, facts: WhyFacts, caller: Caller): WhyFacts {
  const { card } = facts;
  if (card === null) return facts;
  const { held, cardId: id, similar, refusalNow } = card;
  const sees = (one: Card | undefined) => one !== undefined && caller.can('access.read', one.tenantId);
  return {
    ...facts,
    card: {
      held,
      refusalNow: refusalNow === null ? null : hushedRefusal(app, refusalNow, caller),
      cardId: id !== null && sees(app.desk.live.access.cards.get(cardId(id))) ? id : null,
      holder: seenHolder(app, held.uid, caller),
      similar: similar !== null && sees(similar.card) ? similar : null,
    },
  };
}

/** A driver, a station or a group of another branch is not named. */
function hushedRefusal({ desk }: Application, refusal: Refusal, caller: Caller): Refusal {
  switch (refusal.kind) {
    case 'driver-blocked':
    case 'driver-not-yet-valid':
    case 'driver-expired': {
      const at = refusal.driver?.tenantId;
      return at !== undefined && caller.can('access.read', at) ? refusal : { ...refusal, driver: null };
    }
    case 'charging-elsewhere': {
      const station =
        refusal.stationId === null ? undefined : desk.live.stations.get(stationId(refusal.stationId));
      const isSeen = station !== undefined && caller.can('stations.read', station.tenantId);
      return isSeen ? refusal : { ...refusal, stationId: null };
    }
    case 'not-allowed-here': {
      const seen = [...desk.live.access.groups.values()].filter(({ tenantId }) =>
        caller.can('access.read', tenantId),
      );
      const names = new Set(seen.map(({ name }) => name));
      return { ...refusal, allowed: refusal.allowed.filter((name) => names.has(name)) };
    }
    default:
      return refusal;
  }
}

/** The connector asked about, or all that the station has named; one that it has not named is asked about as well. */
function connectorsOf(
  { desk }: Application,
  id: ReturnType<typeof station>['id'],
  asked: number | undefined,
) {
  if (asked !== undefined) return [connectorId(asked)];
  const named = desk.live
    .connectorsOf(id)
    .filter((connector) => connector.connectorId > 0)
    .map((connector) => connector.connectorId);
  return named.length === 0 ? [null] : named;
}

function whyView(of: string, connector: number | null, explanation: Explanation): Why {
  const { check, cause, figures, action, cleared } = explanation;
  return {
    stationId: of,
    connectorId: connector,
    check,
    cause,
    figures: { ...figures },
    action: action === null ? null : actionView(action),
    cleared: cleared.map((one) => ({ ...one, figures: { ...one.figures } })),
  };
}

function actionView(action: WhyAction): NonNullable<Why['action']> {
  return {
    kind: action.kind,
    cardId: 'cardId' in action ? action.cardId : null,
    uid: 'uid' in action ? action.uid : null,
    sessionId: 'sessionId' in action ? action.sessionId : null,
    stationId: 'stationId' in action ? action.stationId : null,
    connectorId: 'connectorId' in action ? action.connectorId : null,
  };
}
