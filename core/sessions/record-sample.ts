import type { Sample } from './sample.ts';
import type { Session, SessionProgress } from './session.ts';

/** What a sample adds to a session. A sample of a session that has ended never revives it. */
export function recordSample(session: Session, sample: Sample): Session {
  const progress = advance(session.progress, sample);
  return progress === session.progress ? session : { ...session, progress };
}

function advance(progress: SessionProgress, sample: Sample): SessionProgress {
  const newer = progress.lastSampleAt === null || sample.at > progress.lastSampleAt;
  if (!newer) return progress;
  const { register } = sample;
  return {
    firstRegister: progress.firstRegister ?? (register !== null && register > 0 ? register : null),
    lastRegister: register ?? progress.lastRegister,
    lastSampleAt: sample.at,
  };
}
