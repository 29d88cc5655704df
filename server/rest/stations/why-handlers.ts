import type { Why } from '#api/why.ts';
import { connectorId } from '#core/shared/ids.ts';
import { type Explanation, explain, worstOf } from '#core/stations/why/explain.ts';
import type { WhyAction } from '#core/stations/why/finding.ts';
import type { Application } from '../../application.ts';
import { readWhyFacts, whyFacts } from '../../stations/gather-why-facts.ts';
import type { SomeHandlers } from '../route-handlers.ts';
import { station } from './station-handlers.ts';

export function whyHandlers(app: Application): SomeHandlers<'explainStation'> {
  const programStartedAt = app.clock.now();
  return {
    async explainStation({ params, query }) {
      const asked = station(app, params.stationId);
      const stored = await readWhyFacts(app, asked.id);
      const connectors = connectorsOf(app, asked.id, query.connector);
      const explanations = connectors.map((connector) =>
        explain(whyFacts(app, asked, { connector, stored, programStartedAt })),
      );
      const worst = worstOf(explanations);
      if (worst === null) throw new Error('A station without an explanation');
      return whyView(asked.id, connectors[explanations.indexOf(worst)] ?? null, worst);
    },
  };
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
