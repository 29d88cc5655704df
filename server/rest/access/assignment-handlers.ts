import type { Assignment } from '#core/access/assignment.ts';
import { cardId, driverId, vehicleId } from '#core/shared/ids.ts';
import {
  type AssignmentParties,
  addAssignment,
  changeAssignment,
  partiesOf,
} from '../../access/change-assignments.ts';
import type { Application } from '../../application.ts';
import type { Caller } from '../../people/caller.ts';
import { ApiProblem, found } from '../problem.ts';
import type { SomeHandlers } from '../route-handlers.ts';
import { assignmentView } from './party-refs.ts';
import { writable } from './reach.ts';
import { mustBeginFirst, timesWish } from './times-wish.ts';

type Names = 'addAssignment' | 'changeAssignment' | 'removeAssignment' | 'restoreAssignment';

export function assignmentHandlers(app: Application): SomeHandlers<Names> {
  const { access } = app.desk.live;
  return {
    async addAssignment({ body, caller }) {
      const { cardId: card, driverId: driver, vehicleId: vehicle, from, to } = body;
      const wish = {
        cardId: card === undefined ? null : cardId(card),
        driverId: driver === undefined ? null : driverId(driver),
        vehicleId: vehicle === undefined ? null : vehicleId(vehicle),
        from: null,
        to: null,
        ...timesWish({ from, to }),
      };
      if ([wish.cardId, wish.driverId, wish.vehicleId].filter((id) => id !== null).length < 2)
        throw new ApiProblem('invalid-request', {
          fields: [{ path: 'body', message: 'must name two of cardId, driverId and vehicleId' }],
        });
      mustBeginFirst(wish.from, wish.to, 'body/to');
      mustBeWritable(caller, wish, 'present');
      return assignmentView(app, caller, usable(await addAssignment(app, wish, caller.name)));
    },

    async changeAssignment({ params, body, caller }) {
      const known = assignment(caller, params.assignmentId);
      const { id } = found(known.removedAt === null ? known : null, `assignment ${params.assignmentId}`);
      const wish = timesWish({ from: body.from, to: body.to });
      const { from, to } = { ...known, ...wish };
      mustBeginFirst(from, to, 'body/to');
      return assignmentView(
        app,
        caller,
        usable(await changeAssignment(app, id, { ...wish, by: caller.name })),
      );
    },

    async removeAssignment({ params, caller }) {
      const { id } = assignment(caller, params.assignmentId);
      await changeAssignment(app, id, { removed: true, by: caller.name });
      return { ok: true };
    },

    async restoreAssignment({ params, caller }) {
      const { id } = assignment(caller, params.assignmentId, 'present');
      return assignmentView(
        app,
        caller,
        usable(await changeAssignment(app, id, { removed: false, by: caller.name })),
      );
    },
  };

  /** An assignment of things that are all the caller's to change. */
  function assignment(caller: Caller, id: number, parties: Parties = 'any'): Assignment {
    const known = found(access.assignments.get(id), `assignment ${id}`);
    mustBeWritable(caller, known, parties);
    return known;
  }

  function mustBeWritable(caller: Caller, tied: AssignmentParties, parties: Parties): void {
    const { card, driver, vehicle } = partiesOf(app.desk.live, tied);
    const check = (what: string, id: number | null, thing: typeof card | typeof driver | typeof vehicle) => {
      const isMeant = parties === 'any' || thing?.removedAt === null;
      if (id !== null) writable(caller, isMeant ? (thing?.tenantId ?? null) : null, `${what} ${id}`);
    };
    check('card', tied.cardId, card);
    check('driver', tied.driverId, driver);
    check('vehicle', tied.vehicleId, vehicle);
  }
}

/** What has been removed is tied no more; but what it was tied to can be untied. */
type Parties = 'present' | 'any';

/** Null means that the same are tied already. */
function usable(assignment: Assignment | null): Assignment {
  if (assignment === null) throw new ApiProblem('already-exists');
  return assignment;
}
