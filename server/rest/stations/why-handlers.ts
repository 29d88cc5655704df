import type { Why } from '#api/why.ts';
import { cardId, connectorId } from '#core/shared/ids.ts';
import { type Explanation, explain, worstOf } from '#core/stations/why/explain.ts';
import type { WhyAction } from '#core/stations/why/finding.ts';
import type { WhyFacts } from '#core/stations/why/why-facts.ts';
import type { Application } from '../../application.ts';
import type { Caller } from '../../people/caller.ts';
import { readWhyFacts, whyFacts } from '../../stations/gather-why-facts.ts';
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
function hushed({ desk }: Application, facts: WhyFacts, caller: Caller): WhyFacts {
  const { card } = facts;
  if (card === null) return facts;
  const tenantOf = (id: number | null) =>
    id === null ? undefined : desk.live.access.cards.get(cardId(id))?.tenantId;
  const sees = (id: number | null): boolean => {
    const tenant = tenantOf(id);
    return tenant !== undefined && caller.can('access.read', tenant);
  };
  const similar = card.similar !== null && sees(card.similar.card.id) ? card.similar : null;
  if (sees(card.cardId)) return { ...facts, card: { ...card, similar } };
  return { ...facts, card: { ...card, cardId: null, holder: null, similar } };
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

function whyView(stationId: string, connector: number | null, explanation: Explanation): Why {
  const { check, cause, figures, action, cleared } = explanation;
  return {
    stationId,
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
