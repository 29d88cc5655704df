import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { oddStations } from '#ocpp/simulator/odd/odd-stations.ts';
import { playOddStation } from '../testing/odd-verdict.ts';
import { startSite, type TestSite } from '../testing/start-site.ts';

let site: TestSite;
let parts = 0;

beforeAll(async () => {
  site = await startSite({ config: { stationMessagesPerSecond: 10_000 } });
});
afterAll(() => site.stop());

describe('no session is lost, and it is shown, when a station', () => {
  test.each(oddStations.map((station) => [station.title, station] as const))(
    '%s',
    async (_title, station) => {
      parts += 1;
      const part = {
        stationId: `Odd ${parts} ${station.id}`.slice(0, 40),
        idTag: `ODD${String(parts).padStart(9, '0')}`,
      };
      expect(await playOddStation(site, station, part)).toEqual([]);
    },
  );
});

test('every odd station has a name of its own', () => {
  const names = oddStations.map(({ id }) => id);
  expect(new Set(names).size).toBe(names.length);
});
