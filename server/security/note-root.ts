import type { StationId } from '#core/shared/ids.ts';
import type { Application } from '../application.ts';
import { logLine } from '../site/log-line.ts';

/** Notes that somebody had a station take a root certificate or, by its serial number, give one up, and what it said. */
export function noteRoot(
  { desk, clock }: Pick<Application, 'desk' | 'clock'>,
  {
    stationId,
    by,
    answer,
    serial,
  }: {
    readonly stationId: StationId;
    readonly by: string;
    readonly answer: string;
    readonly serial?: string;
  },
): Promise<void> {
  return desk.decide(() => ({
    value: undefined,
    changes: [
      logLine(clock.now(), serial === undefined ? 'root-installed' : 'root-removed', {
        level: answer === 'Accepted' ? 'info' : 'attention',
        stationId,
        actor: by,
        facts: { answer, ...(serial === undefined ? {} : { serial }) },
      }),
    ],
    told: [{ kind: 'log' }],
  }));
}
