import type { TSchema } from 'typebox';

/** One OCPP action: who may send its request, and the two schemas. */
export interface ActionDefinition {
  readonly sender: 'station' | 'central-system' | 'either';
  readonly request: TSchema;
  readonly response: TSchema;
}
