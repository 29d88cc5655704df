import type { SentMessage } from '#api/messages.ts';
import type { Station } from '#core/stations/station.ts';
import { isOutgoingAction, type OutgoingAction, type Request } from '#ocpp/v16/actions.ts';
import { checkPayload } from '#ocpp/v16/validate.ts';
import type { Application } from '../../application.ts';
import { isDangerous, locksOut } from '../../messages/dangerous-actions.ts';
import { requestSchema, SENDABLE } from '../../messages/message-schema.ts';
import { logLine } from '../../site/log-line.ts';
import { type Asked, askStation } from '../../stations/ask-station.ts';
import { ApiProblem } from '../problem.ts';
import type { SomeHandlers } from '../route-handlers.ts';
import { station } from '../stations/named-station.ts';

export function messageHandlers(app: Application): SomeHandlers<'listSendableMessages' | 'sendMessage'> {
  const ask = askStation(app);
  return {
    listSendableMessages: async () => ({
      items: SENDABLE.map((action) => ({
        action,
        dangerous: isDangerous(action),
        schema: requestSchema(action),
      })),
    }),

    async sendMessage({ params, body, caller }) {
      const to = station(app, params.stationId);
      const action = sendable(body);
      const from = app.clock.monotonic();
      // The schema of the action has vouched for it.
      const asked = await ask(to.id, action, body.payload as Request<OutgoingAction>);
      const sent = sentView(asked, Math.round(app.clock.monotonic() - from));
      await note(app, { to, action, sent, by: caller.name });
      return sent;
    },
  };
}

function sendable({
  action,
  payload,
  confirmed,
}: {
  readonly action: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly confirmed?: boolean;
}): OutgoingAction {
  if (!isOutgoingAction(action))
    throw new ApiProblem('invalid-request', {
      fields: [{ path: 'body/action', message: 'is no message to stations' }],
    });
  const problem = checkPayload(action, 'request', payload);
  if (problem !== undefined)
    throw new ApiProblem('invalid-request', {
      detail: problem.problem,
      fields: [{ path: 'body/payload', message: problem.problem }],
    });
  if (locksOut(action, payload)) throw new ApiProblem('message-locks-out');
  if (isDangerous(action) && confirmed !== true) throw new ApiProblem('confirmation-needed');
  return action;
}

function sentView(asked: Asked<OutgoingAction>, latencyMs: number): SentMessage {
  switch (asked.kind) {
    case 'answered':
      return { outcome: asked.kind, latencyMs, response: { ...asked.response }, problem: null };
    case 'error': {
      const problem = `${asked.code} ${asked.description}`.trim();
      return { outcome: asked.kind, latencyMs, response: null, problem };
    }
    case 'invalid-answer':
      return { outcome: asked.kind, latencyMs, response: null, problem: asked.problem };
    case 'no-answer':
    case 'not-connected':
      return { outcome: asked.kind, latencyMs, response: null, problem: null };
  }
}

async function note(
  app: Application,
  {
    to,
    action,
    sent,
    by,
  }: {
    readonly to: Station;
    readonly action: OutgoingAction;
    readonly sent: SentMessage;
    readonly by: string;
  },
): Promise<void> {
  const { outcome, response, problem } = sent;
  const status = typeof response?.status === 'string' ? response.status : (problem ?? '');
  await app.desk.decide(() => ({
    value: undefined,
    changes: [
      logLine(app.clock.now(), 'message-sent', {
        stationId: to.id,
        actor: by,
        facts: { action, messageOutcome: outcome, answer: status.slice(0, 200) },
      }),
    ],
    told: [{ kind: 'log' }],
  }));
}
