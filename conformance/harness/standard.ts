import { createRequire } from 'node:module';
import { type Action, actions } from '#ocpp/v16/actions.ts';
import { checkPayload } from '#ocpp/v16/validate.ts';
import { Failure } from './judge.ts';

/**
 * Holds what the central system says against the standard: in the words of an independent implementation
 * where it has them, and in ours for the messages of the security paper.
 */
export function insistOnStandard(action: string, part: 'request' | 'response', payload: unknown): void {
  const problem = problemOf(action, part, payload);
  if (problem !== null)
    throw new Failure(
      `a valid ${action}.${part === 'request' ? 'req' : 'conf'}`,
      `${problem}: ${JSON.stringify(payload)}`,
    );
}

interface Oracle {
  readonly subprotocol: string;
  validate(schemaId: string, payload: unknown): void;
}

const require = createRequire(import.meta.url);
const oracles: readonly Oracle[] = require('ocpp-rpc/lib/standard-validators.js');
const schemas: readonly { readonly $id?: string }[] = require('ocpp-rpc/lib/schemas/ocpp1_6.json');
const oracle = oracles.find(({ subprotocol }) => subprotocol === 'ocpp1.6');
const known = new Set(schemas.map(({ $id }) => $id));

function problemOf(action: string, part: 'request' | 'response', payload: unknown): string | null {
  const schemaId = `urn:${action}.${part === 'request' ? 'req' : 'conf'}`;
  if (oracle !== undefined && known.has(schemaId)) {
    try {
      oracle.validate(schemaId, payload);
      return null;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }
  if (!Object.hasOwn(actions, action)) return 'an action that no standard knows';
  return checkPayload(action as Action, part, payload)?.problem ?? null;
}
