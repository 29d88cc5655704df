import { type Command, isOpen } from '#core/stations/command.ts';
import type { LiveSite } from './live-site.ts';
import { rememberRemoteStart } from './remote-starts.ts';
import type { UndoLog } from './undo-log.ts';

/** Puts a command into live state; one that has ended leaves it. */
export function applyCommand(live: LiveSite, command: Command, undo: UndoLog): void {
  rememberRemoteStart(live.remoteStarts, command, undo);
  if (isOpen(command)) undo.set(live.commands, command.id, command);
  else undo.delete(live.commands, command.id);
}
