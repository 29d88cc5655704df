import type { Driver } from '../access/driver.ts';
import type { CardId, TenantId } from '../shared/ids.ts';
import { driverId } from '../shared/ids.ts';
import { folded } from './folded.ts';
import type { ImportBench } from './import-bench.ts';
import type { ImportFacts } from './import-facts.ts';

/** What a row says of who a driver is. */
export interface DriverWords {
  readonly name: string | null;
  readonly email: string | null;
  readonly contract: string | null;
  readonly costCentre: string | null;
}

export type FoundDriver =
  | { readonly kind: 'known'; readonly driver: Driver }
  | { readonly kind: 'new' }
  | { readonly kind: 'ambiguous'; readonly drivers: readonly Driver[] };

/**
 * The driver whom a row means. The address of a mail is one person's; a name may be several people's, told apart by
 * contract, cost centre, or the card that is already theirs.
 */
export function findDriver(bench: ImportBench, words: DriverWords, card: CardId | null): FoundDriver {
  const { name, email } = words;
  const byEmail = email === null ? [] : bench.driversWithEmail(email);
  if (byEmail.length > 0) return oneOf(narrowed(bench, byEmail, { words, card }));
  if (name === null) return { kind: 'new' };
  // Somebody of the name who has another address is somebody else.
  const called = bench.driversCalled(name).filter((driver) => email === null || driver.email === '');
  return called.length === 0 ? { kind: 'new' } : oneOf(narrowed(bench, called, { words, card }));
}

function oneOf(drivers: readonly Driver[]): FoundDriver {
  const [only, second] = drivers;
  if (only === undefined) return { kind: 'new' };
  return second === undefined ? { kind: 'known', driver: only } : { kind: 'ambiguous', drivers };
}

function narrowed(
  bench: ImportBench,
  drivers: readonly Driver[],
  { words, card }: { readonly words: DriverWords; readonly card: CardId | null },
): readonly Driver[] {
  if (drivers.length === 1) return drivers;
  const assigned = card === null ? [] : bench.assignmentsOf(card).map((one) => one.driverId);
  const tests: readonly ((driver: Driver) => boolean)[] = [
    (driver) => words.name === null || folded(driver.name) === folded(words.name),
    (driver) => words.contract === null || driver.contract === words.contract,
    (driver) => words.costCentre === null || driver.costCentre === words.costCentre,
    (driver) => assigned.includes(driver.id),
  ];
  let left = drivers;
  for (const test of tests) {
    const fitting = left.filter(test);
    if (fitting.length > 0) left = fitting;
    if (left.length === 1) break;
  }
  return left;
}

/** A driver of whom only the name is known yet. */
export function newDriver({ now, newId }: ImportFacts, name: string, tenantId: TenantId): Driver {
  return {
    id: driverId(newId('driver')),
    tenantId,
    name,
    email: '',
    phone: '',
    costCentre: '',
    contract: '',
    groupIds: [],
    validFrom: null,
    expiresAt: null,
    blockedAt: null,
    note: '',
    addedAt: now,
    removedAt: null,
  };
}
