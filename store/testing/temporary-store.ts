import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Change } from '#core/changes.ts';
import { type OpenRequest, openStore } from '../open-store.ts';
import type { Store } from '../store.ts';
import { NOON } from './records.ts';

export function temporaryFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'ladehaus-store-'));
}

/** Opens the store in a folder and insists that it could be opened. */
export async function openedStore(folder: string, changed: Partial<OpenRequest> = {}): Promise<Store> {
  const outcome = await openStore({ folder, now: () => NOON, ...changed });
  if (outcome.kind !== 'opened') throw new Error(`The store was not opened: ${JSON.stringify(outcome)}`);
  return outcome.store;
}

/** Submits changes that touch no live state. */
export function keep(store: Store, ...changes: readonly Change[]): Promise<void> {
  return store.submit({ decide: () => ({ changes, value: undefined }), undo: () => undefined });
}
