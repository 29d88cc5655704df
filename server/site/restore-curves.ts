import type { Instant } from '#core/shared/units.ts';
import type { Reads } from '#store/reads.ts';
import type { LiveSite } from './live-site.ts';
import { UndoLog } from './undo-log.ts';

/**
 * After a restart the running sessions get back how far they had come, from the samples that were stored one
 * by one. Sessions that have been running for longer than `startedFrom` are left as they are in the store.
 */
export async function restoreCurves(live: LiveSite, reads: Reads, startedFrom: Instant): Promise<void> {
  for await (const samples of reads.samplesOfOpenSessions(startedFrom))
    for (const sample of samples) live.sessions.addSamples([sample], new UndoLog());
}
