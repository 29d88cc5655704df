import type { Command as CommandView } from '#api/commands.ts';
import type { Instant } from '#core/shared/units.ts';
import { type Command, type CommandLife, connectorOf, type Order } from '#core/stations/command.ts';
import { maskAddress } from '#ocpp/v16/mask-secrets.ts';
import { isoTime, isoTimeOrNull } from '../iso-time.ts';

/** A command as the API shows it. */
export function commandView(command: Command): CommandView {
  const { order, life } = command;
  return {
    id: command.id,
    stationId: command.stationId,
    kind: order.kind,
    connectorId: connectorOf(order),
    sessionId: order.kind === 'remote-stop' ? order.sessionId : null,
    resetType: order.kind === 'reset' ? order.type : null,
    inService: order.kind === 'set-availability' ? order.inService : null,
    subject: subjectOf(order),
    progress: 'progress' in life ? (life.progress ?? null) : null,
    orderedBy: command.orderedBy,
    state: life.kind,
    answer: answerOf(life),
    queuedAt: isoTime(command.queuedAt),
    sentAt: 'sentAt' in life ? isoTime(life.sentAt) : null,
    acceptedAt: 'acceptedAt' in life ? isoTimeOrNull(life.acceptedAt) : null,
    endedAt: isoTimeOrNull(endOf(life)),
    watchedUntil: isoTimeOrNull(watchedUntil(life)),
  };
}

function subjectOf(order: Order): string | null {
  switch (order.kind) {
    case 'trigger':
      return order.message;
    case 'data-transfer':
      return order.messageId === null ? order.vendorId : `${order.vendorId} ${order.messageId}`;
    case 'reserve':
      return order.idTag;
    case 'set-charging-profile':
      return order.profile.purpose;
    case 'clear-charging-profile':
      return order.purpose;
    case 'get-log':
      return order.log;
    case 'update-firmware':
    case 'signed-update-firmware':
      return maskAddress(order.location);
    default:
      return null;
  }
}

function answerOf(life: CommandLife): string | null {
  switch (life.kind) {
    case 'accepted':
    case 'rejected':
      return life.answer;
    case 'in-effect':
      return life.answer ?? null;
    case 'failed':
      return life.problem;
    default:
      return null;
  }
}

function endOf(life: CommandLife): Instant | null {
  switch (life.kind) {
    case 'queued':
    case 'sent':
    case 'accepted':
    case 'no-answer':
      return null;
    default:
      return life.at;
  }
}

function watchedUntil(life: CommandLife): Instant | null {
  switch (life.kind) {
    case 'queued':
      return life.expiresAt;
    case 'accepted':
    case 'no-answer':
      return life.effectBy;
    default:
      return null;
  }
}
