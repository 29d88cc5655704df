import { Link } from '@tanstack/react-router';
import type { Assignment } from '#api/access-lists.ts';
import { UidText } from '../../../ui/figures.tsx';
import { cardName, vehicleName } from '../../../ui/thing-names.ts';
import classes from './assigned-parts.module.css';
import type { AssignmentsOf } from './assignment-section.tsx';

interface AssignedPartsProps {
  readonly assignment: Assignment;
  readonly of: AssignmentsOf;
}

/** The other sides of an assignment, each with the way there. */
export function AssignedParts({ assignment: { card, driver, vehicle }, of }: AssignedPartsProps) {
  return (
    <p className={classes.parts}>
      {driver === null || of.kind === 'driver' ? null : (
        <Link to="/cards" search={{ driver: driver.id }}>
          {driver.name}
        </Link>
      )}
      {vehicle === null || of.kind === 'vehicle' ? null : (
        <Link to="/cards" search={{ vehicle: vehicle.id }}>
          {vehicleName(vehicle)}
        </Link>
      )}
      {card === null || of.kind === 'card' ? null : (
        <Link to="/cards" search={{ card: card.id }}>
          <UidText uid={card.uid} /> {card.label}
        </Link>
      )}
    </p>
  );
}

/** The other sides in plain words. */
export function partNames({ card, driver, vehicle }: Assignment, of: AssignmentsOf): readonly string[] {
  return [
    driver === null || of.kind === 'driver' ? '' : driver.name,
    vehicle === null || of.kind === 'vehicle' ? '' : vehicleName(vehicle),
    card === null || of.kind === 'card' ? '' : cardName(card),
  ].filter(Boolean);
}
