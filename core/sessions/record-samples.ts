import type { Sample } from './sample.ts';
import type { Session, SessionProgress } from './session.ts';

/** What samples add to a session. Samples of a session that has ended never revive it. */
export function recordSamples(session: Session, samples: readonly Sample[]): Session {
  const progress = samples.reduce(advance, session.progress);
  return progress === session.progress ? session : { ...session, progress };
}

function advance(progress: SessionProgress, { at, register }: Sample): SessionProgress {
  const newer = progress.lastSampleAt === null || at > progress.lastSampleAt;
  if (!newer) return progress;
  return {
    firstRegister: progress.firstRegister ?? (register !== null && register > 0 ? register : null),
    lastRegister: register ?? progress.lastRegister,
    lastSampleAt: at,
  };
}
