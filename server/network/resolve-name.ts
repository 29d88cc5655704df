import { lookup } from 'node:dns/promises';
import { limitParallel } from '../people/limit-parallel.ts';

/**
 * Every address of a name, as the system knows it: also from its file of hosts and from names on the LAN. Asking takes one
 * of the few threads that the database works in, as long as a name service is silent: so two at a time.
 */
export const resolveName: (name: string) => Promise<readonly string[]> = (name) =>
  twoAtOnce(async () => (await lookup(name, { all: true })).map(({ address }) => address));

const twoAtOnce = limitParallel(2);
