import type { Sample } from '#core/sessions/sample.ts';
import type { Session } from '#core/sessions/session.ts';
import { connectorId } from '#core/shared/ids.ts';
import { resolveStationTime, type StationTime } from '#core/shared/station-time.ts';
import { amperes, watts } from '#core/shared/units.ts';
import type { IncomingAction } from '#ocpp/v16/actions.ts';
import type { Deviation } from '#ocpp/v16/deviation.ts';
import type { MeterValue } from '#ocpp/v16/meter-value.ts';
import { type MeterReading, type Sample as RawSample, readMeterValues } from '#ocpp/v16/sampled-value.ts';
import type { LiveSite } from '../site/live-site.ts';
import { knownStation } from '../stations/known-station.ts';
import type { Received } from './handler.ts';
import { sampledRegister } from './register-units.ts';
import { learnClock } from './station-line.ts';
import { stationTimes } from './station-time.ts';

/** Meter values and where they belong. */
interface Measured {
  readonly received: Pick<Received<IncomingAction>, 'stationId' | 'receivedAt' | 'line'>;
  readonly meterValues: readonly MeterValue[];
  readonly session: Session | null;
  /** 0 where the message does not say and there is no session to say it. */
  readonly connectorId: number;
}

interface Samples {
  readonly samples: readonly Sample[];
  readonly deviations: readonly Deviation[];
}

/** A day's worth of a value every twenty seconds. Of more the newest are taken; all are in the journal. */
const MOST_SAMPLES = 5_000;
/** What a meter signed at the begin is taken even then, for without it nothing can be sold. */
const MOST_OLDER_SIGNED = 100;

/** What a station measured, in our words: one sample per moment and context. */
export function samplesOf(live: LiveSite, measured: Measured): Samples {
  const { readings, deviations } = readMeterValues(measured.meterValues);
  const readTime = stationTimes(measured.received.receivedAt, live.site.timeZone);
  const { clockOffsetMs } = knownStation(live, measured.received.stationId);
  const samples = [...olderSigned(readings), ...readings.slice(-MOST_SAMPLES)].map((reading) =>
    sampleOf(measured, reading, { live, readTime, clockOffsetMs }),
  );
  return { samples, deviations };
}

function olderSigned(readings: readonly MeterReading[]): readonly MeterReading[] {
  const older = readings.slice(0, -MOST_SAMPLES);
  return older.filter(({ signedData }) => signedData.length > 0).slice(0, MOST_OLDER_SIGNED);
}

interface Times {
  readonly live: LiveSite;
  readonly readTime: (text: string) => StationTime;
  readonly clockOffsetMs: number | null;
}

function sampleOf(
  measured: Measured,
  reading: MeterReading,
  { live, readTime, clockOffsetMs }: Times,
): Sample {
  const { session } = measured;
  const { stationId, receivedAt, line } = measured.received;
  const time = readTime(reading.timestamp);
  learnClock(line, time.instant, receivedAt);
  const { energyImportWh, powerImportW, currentImportA, socPercent } = reading;
  return {
    stationId,
    connectorId: session?.connectorId ?? connectorId(measured.connectorId),
    sessionId: session?.id ?? null,
    at: resolveStationTime(time, receivedAt, clockOffsetMs).at,
    receivedAt,
    register: sampledRegister(live, stationId, energyImportWh),
    power: powerImportW === undefined ? null : watts(powerImportW),
    current: currentImportA === undefined ? null : amperes(currentImportA),
    stateOfCharge: socPercent ?? null,
    context: reading.context,
    other: otherValues(reading),
  };
}

const TOLD_ALREADY: ReadonlySet<string> = new Set([
  'Energy.Active.Import.Register',
  'Power.Active.Import',
  'SoC',
]);

/** What has no column of its own, and signed values byte for byte. */
function otherValues({ samples, signedData }: MeterReading): string | null {
  const rest = samples.filter((sample) => !isToldAlready(sample));
  if (rest.length === 0 && signedData.length === 0) return null;
  const values = rest.map((sample) => [sample.measurand, sample.phase ?? '', sample.value]);
  return JSON.stringify(signedData.length === 0 ? { values } : { values, signedData });
}

function isToldAlready({ measurand, phase }: RawSample): boolean {
  return phase === undefined && TOLD_ALREADY.has(measurand);
}
