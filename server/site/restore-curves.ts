import type { Reads } from '#store/reads.ts';
import type { LiveSite } from './live-site.ts';
import { UndoLog } from './undo-log.ts';

/**
 * After a restart the running sessions get back how far they had come: as they were saved last, and from the
 * samples that came after that.
 */
export async function restoreCurves(live: LiveSite, reads: Reads): Promise<void> {
  for await (const curves of reads.curvesOfOpenSessions())
    for (const { sessionId, points } of curves) live.sessions.putCurve(sessionId, points, new UndoLog());
  for await (const samples of reads.samplesOfOpenSessions())
    for (const sample of samples) live.sessions.addSamples([sample], new UndoLog());
}
