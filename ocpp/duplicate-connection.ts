import type { LiveConnection } from './open-connection.ts';

export interface Newcomer {
  readonly address: string;
  readonly authenticated: boolean;
}

/**
 * Whether a newcomer may take the place of a connection with the same id. Who has proven its identity wins:
 * stations often come back before their old socket is known to be dead. Who has not must come from the same
 * address, or find the old connection silent.
 */
export async function mayReplace(old: LiveConnection, newcomer: Newcomer, probeMs: number): Promise<boolean> {
  if (newcomer.authenticated || newcomer.address === old.address) return true;
  return !(await old.showsLifeWithin(probeMs));
}
