import type { Command, Order } from '#api/commands.ts';
import type { Format } from '../lib/format.ts';
import type { Translate } from '../text/use-text.ts';

/** What an order asks for. */
export function orderWords(order: Order, t: Translate): string {
  switch (order.kind) {
    case 'reset':
      return t(`commands.kind.reset-${order.type}`);
    case 'set-availability':
      return t(order.inService ? 'commands.kind.availability-in' : 'commands.kind.availability-out');
    default:
      return t(`commands.kind.${order.kind}`);
  }
}

/** What a command asks for, and of which connector. */
export function commandWords(command: Command, t: Translate): string {
  const words = subjectWords(command, t);
  if (command.connectorId === null || command.connectorId === 0) return words;
  return t('commands.where', { command: words, number: command.connectorId });
}

function kindWords({ kind, resetType, inService }: Command, t: Translate): string {
  if (kind === 'reset') return t(`commands.kind.reset-${resetType ?? 'Soft'}`);
  if (kind === 'set-availability')
    return t(inService === false ? 'commands.kind.availability-out' : 'commands.kind.availability-in');
  return t(`commands.kind.${kind}`);
}

/** With what it is about, where that says more than its kind. */
function subjectWords(command: Command, t: Translate): string {
  const words = kindWords(command, t);
  const subject = command.subject === null ? null : aboutWords(command.subject, t);
  return subject === null ? words : t('commands.about', { command: words, subject });
}

/** OCPP's words for what a limit is for or which log is meant, in ours; anything else as it is. */
function aboutWords(subject: string, t: Translate): string {
  switch (subject) {
    case 'ChargePointMaxProfile':
    case 'TxDefaultProfile':
    case 'TxProfile':
      return t(`services.limits.${subject}`);
    case 'DiagnosticsLog':
      return t('services.files.diagnostics-log');
    case 'SecurityLog':
      return t('services.files.security-log');
    default:
      return subject;
  }
}

/** How far a command has come. "Accepted" is never told as success. */
export function commandOutcome(command: Command, t: Translate, format: Format): string {
  const { state, answer, progress, watchedUntil } = command;
  if ((state === 'accepted' || state === 'no-answer') && progress !== null)
    return t('commands.end.accepted-progress', { progress });
  if ((state === 'accepted' || state === 'no-answer') && watchedUntil !== null)
    return t(`commands.end.${state}-until`, { time: format.time(watchedUntil) });
  if ((state === 'rejected' || state === 'failed' || state === 'in-effect') && answer !== null)
    return t(`commands.end.${state}-answer`, { answer });
  return t(`commands.end.${state}`);
}
