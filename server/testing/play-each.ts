import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OddStation } from '#ocpp/simulator/odd/odd-station.ts';
import { playOddStation } from './odd-verdict.ts';
import { startSite, type TestSite } from './start-site.ts';

/** A test for each of the odd stations, all of them at one site. */
export function playEach(stations: readonly OddStation[]): void {
  let site: TestSite;
  let parts = 0;

  beforeAll(async () => {
    // They tell whole days within a second.
    site = await startSite({ config: { stationMessagesPerSecond: 10_000 } });
  });
  afterAll(() => site.stop());

  describe('no session is lost, and it is shown, when a station', () => {
    test.each(stations.map((station) => [station.title, station] as const))('%s', async (_title, station) => {
      parts += 1;
      const part = {
        stationId: `Odd ${parts} ${station.id}`.slice(0, 40),
        idTag: `ODD${String(parts).padStart(9, '0')}`,
      };
      expect(await playOddStation(site, station, part)).toEqual([]);
    });
  });
}
