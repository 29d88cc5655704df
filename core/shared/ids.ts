declare const identity: unique symbol;
type TextId<Name extends string> = string & { readonly [identity]: Name };
type NumberId<Name extends string> = number & { readonly [identity]: Name };

/** The identity a station puts at the end of its OCPP address; bytes kept as sent. */
export type StationId = TextId<'station'>;
/** Connector number of a station; 0 is the station itself (OCPP 1.6 §3). */
export type ConnectorId = NumberId<'connector'>;
/** Our number of a charging session. Never used twice. */
export type SessionId = NumberId<'session'>;
/** OCPP's number of a transaction: ours, positive, unique for ever, belongs to one station. */
export type TransactionId = NumberId<'transaction'>;
/** Our number of a card. */
export type CardId = NumberId<'card'>;
/** Our number of a command sent to a station. */
export type CommandId = NumberId<'command'>;
/** Our number of a person who may sign in. */
export type PersonId = NumberId<'person'>;
/** Our number of a node of the tenant tree; the root is 1. */
export type TenantId = NumberId<'tenant'>;
/** Our number of a driver. */
export type DriverId = NumberId<'driver'>;
/** Our number of a vehicle. */
export type VehicleId = NumberId<'vehicle'>;
/** Our number of a group of users or of stations. */
export type GroupId = NumberId<'group'>;
/** By which a client of the API names itself. */
export type ClientId = TextId<'client'>;

export const stationId = (text: string): StationId => text as StationId;
export const connectorId = (value: number): ConnectorId => value as ConnectorId;
export const sessionId = (value: number): SessionId => value as SessionId;
export const transactionId = (value: number): TransactionId => value as TransactionId;
export const cardId = (value: number): CardId => value as CardId;
export const commandId = (value: number): CommandId => value as CommandId;
export const personId = (value: number): PersonId => value as PersonId;
export const tenantId = (value: number): TenantId => value as TenantId;
export const driverId = (value: number): DriverId => value as DriverId;
export const vehicleId = (value: number): VehicleId => value as VehicleId;
export const groupId = (value: number): GroupId => value as GroupId;
export const clientId = (text: string): ClientId => text as ClientId;
