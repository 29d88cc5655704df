import { type Static, Type } from 'typebox';
import { Id, nullable, Time, WholeWh, words } from './schema.ts';

/** What every list of drivers, vehicles and cards can be narrowed by. */
export const AccessListQuery = {
  /** Words that must all be found; a plate or a card number in whatever way it is written. */
  search: Type.Optional(Type.String({ maxLength: 100 })),
  /** Only what hangs on this node or below it. */
  tenantId: Type.Optional(Id),
  groupId: Type.Optional(Id),
  cursor: Type.Optional(Type.String({ maxLength: 500 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
};

export const DriverRef = Type.Object({ id: Type.Integer(), name: Type.String() });
export type DriverRef = Static<typeof DriverRef>;
export const VehicleRef = Type.Object({ id: Type.Integer(), plate: Type.String(), label: Type.String() });
export type VehicleRef = Static<typeof VehicleRef>;
export const CardRef = Type.Object({ id: Type.Integer(), uid: Type.String(), label: Type.String() });
export type CardRef = Static<typeof CardRef>;
export const GroupRef = Type.Object({ id: Type.Integer(), name: Type.String() });
export type GroupRef = Static<typeof GroupRef>;

/** The node on which something hangs. */
export const OnNode = { tenantId: Type.Integer(), tenantName: Type.String() };

/** What it charged since the beginning of the site's month, and when it last began to. */
export const UseFields = { monthWh: WholeWh, lastUsedAt: nullable(Time) };

/** Whether a driver or a card may charge now as far as it goes by itself. */
export const HOLDER_STATES = ['valid', 'blocked', 'not-yet-valid', 'expired', 'removed'] as const;
export const HolderState = words(HOLDER_STATES);
export type HolderState = (typeof HOLDER_STATES)[number];

export const ASSIGNMENT_STATES = ['holds', 'not-yet', 'ended', 'removed'] as const;

/**
 * Ties two or three of card, driver and vehicle together. A part that the reader may not see is null, as is one that
 * is not tied.
 */
export const Assignment = Type.Object({
  id: Type.Integer(),
  card: nullable(CardRef),
  driver: nullable(DriverRef),
  vehicle: nullable(VehicleRef),
  /** Null: since ever. */
  from: nullable(Time),
  /** Null: until further notice. */
  to: nullable(Time),
  state: words(ASSIGNMENT_STATES),
});
export type Assignment = Static<typeof Assignment>;
