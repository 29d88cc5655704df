import type { Assignment } from '#core/access/assignment.ts';
import { cardId, driverId, vehicleId } from '#core/shared/ids.ts';
import { instant } from '#core/shared/units.ts';
import { orNull } from '../column-values.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';
import { upserting } from '../sqlite/table-write.ts';
import type { AssignmentRow } from './access-tables.ts';

export const assignmentWrite = upserting<AssignmentRow, Assignment>(
  {
    table: 'assignment',
    columns: {
      id: (assignment) => assignment.id,
      card_id: (assignment) => assignment.cardId,
      driver_id: (assignment) => assignment.driverId,
      vehicle_id: (assignment) => assignment.vehicleId,
      valid_from: (assignment) => assignment.from,
      valid_to: (assignment) => assignment.to,
      removed_at: (assignment) => assignment.removedAt,
    },
  },
  ['id'],
);

/** All assignments, the removed ones too. */
export async function readAssignments(query: Query): Promise<readonly Assignment[]> {
  const rows = await query.selectFrom('assignment').selectAll().orderBy('id').execute();
  return rows.map((row) => ({
    id: row.id,
    cardId: orNull(row.card_id, cardId),
    driverId: orNull(row.driver_id, driverId),
    vehicleId: orNull(row.vehicle_id, vehicleId),
    from: orNull(row.valid_from, instant),
    to: orNull(row.valid_to, instant),
    removedAt: orNull(row.removed_at, instant),
  }));
}
