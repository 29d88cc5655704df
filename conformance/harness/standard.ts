import { createRequire } from 'node:module';
import { Failure } from './judge.ts';

/** Holds what the central system says against the standard, in the words of an independent implementation. */
export function insistOnStandard(action: string, part: 'request' | 'response', payload: unknown): void {
  const suffix = part === 'request' ? 'req' : 'conf';
  try {
    oracle.validate(`urn:${action}.${suffix}`, payload);
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    throw new Failure(`a valid ${action}.${suffix}`, `${problem}: ${JSON.stringify(payload)}`);
  }
}

interface Oracle {
  readonly subprotocol: string;
  validate(schemaId: string, payload: unknown): void;
}

const oracle = oracleOf(createRequire(import.meta.url)('ocpp-rpc/lib/standard-validators.js'));

function oracleOf(oracles: readonly Oracle[]): Oracle {
  const found = oracles.find(({ subprotocol }) => subprotocol === 'ocpp1.6');
  if (found === undefined) throw new Error('The other implementation does not speak OCPP 1.6');
  return found;
}
