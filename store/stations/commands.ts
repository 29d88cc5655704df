import { sql } from 'kysely';
import { type CommandId, commandId, type StationId, stationId } from '#core/shared/ids.ts';
import { instant } from '#core/shared/units.ts';
import { type Command, isOpen } from '#core/stations/command.ts';
import { fromJson, isOneOf } from '../column-values.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';
import { upserting } from '../sqlite/table-write.ts';
import type { CommandRow } from './station-tables.ts';

export interface CommandFilter {
  readonly stationId?: StationId;
  /** Only those of these stations; of all where it is left out. */
  readonly stationIds?: readonly StationId[];
  readonly limit: number;
}

export const commandWrite = upserting<CommandRow, Command>(
  {
    table: 'command',
    columns: {
      id: (command) => command.id,
      station_id: (command) => command.stationId,
      order_json: (command) => JSON.stringify(command.order),
      ordered_by: (command) => command.orderedBy,
      queued_at: (command) => command.queuedAt,
      life_json: (command) => JSON.stringify(command.life),
      is_open: (command) => Number(isOpen(command)),
    },
  },
  ['id'],
);

/** Commands whose life can still change, oldest first. */
export async function readOpenCommands(query: Query): Promise<readonly Command[]> {
  const rows = await query
    .selectFrom('command')
    .selectAll()
    .where(sql<boolean>`is_open = 1`)
    .orderBy('id')
    .execute();
  return rows.map(commandOf);
}

/** The latest commands, newest first. */
export async function listCommands(query: Query, filter: CommandFilter): Promise<readonly Command[]> {
  let list = query.selectFrom('command').selectAll().orderBy('id', 'desc').limit(filter.limit);
  if (filter.stationId !== undefined) list = list.where('station_id', '=', filter.stationId);
  if (filter.stationIds !== undefined) list = list.where(isOneOf('station_id', filter.stationIds));
  return (await list.execute()).map(commandOf);
}

/** A command, also one whose life has ended. */
export async function commandById(query: Query, id: CommandId): Promise<Command | null> {
  const row = await query.selectFrom('command').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : commandOf(row);
}

function commandOf(row: CommandRow): Command {
  return {
    id: commandId(row.id),
    stationId: stationId(row.station_id),
    order: fromJson(row.order_json),
    orderedBy: row.ordered_by,
    queuedAt: instant(row.queued_at),
    life: fromJson(row.life_json),
  };
}
