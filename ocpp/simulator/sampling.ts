import type { Charging } from './charging.ts';
import type { Configuration } from './configuration.ts';
import type { SimulatedTime } from './time.ts';

/** Samples the meters of running sessions, as often as the configuration says. */
export interface Sampling {
  /** Begins anew, with what the configuration says now. */
  start(): void;
  stop(): void;
}

export function createSampling(
  charging: Charging,
  configuration: Configuration,
  time: SimulatedTime,
): Sampling {
  let stopPeriodic = () => {};
  let stopAligned = () => {};

  function samplePeriodically(): void {
    const intervalMs = configuration.number('MeterValueSampleInterval') * 1_000;
    // §9.1.17: 0 means none.
    if (!(intervalMs > 0)) return;
    stopPeriodic = time.after(intervalMs, () => {
      charging.sample('Sample.Periodic');
      samplePeriodically();
    });
  }

  /** §9.1.3: at the same moments of every day, counted from midnight. */
  function sampleByTheClock(): void {
    const intervalMs = configuration.number('ClockAlignedDataInterval') * 1_000;
    if (!(intervalMs > 0)) return;
    stopAligned = time.after(intervalMs - (time.now() % intervalMs), () => {
      charging.sample('Sample.Clock', configuration.list('MeterValuesAlignedData'));
      sampleByTheClock();
    });
  }

  function stop(): void {
    stopPeriodic();
    stopAligned();
  }

  return {
    stop,
    start() {
      stop();
      samplePeriodically();
      sampleByTheClock();
    },
  };
}
