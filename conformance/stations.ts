import { oddStations } from '#ocpp/simulator/odd/odd-stations.ts';
import { playOddStation } from '#server/testing/odd-verdict.ts';
import type { Case } from './harness/case.ts';
import { Failure } from './harness/judge.ts';

/** They tell whole days within a second. */
const SITE = { access: 'everybody', config: { stationMessagesPerSecond: 10_000 } } as const;
/** Some move the clock or start the server anew, which a second one at the same site would feel. */
const LANES = 3;

/** Every odd station, as a simulated one plays it, at a site that treats stations as in daily life. */
export const stations: readonly Case[] = oddStations.map((station, index) => ({
  id: station.id,
  title: `${station.title} (${station.rows.join(', ')})`,
  lane: { name: `odd ${index % LANES}`, site: SITE },
  async run({ site }) {
    const part = {
      stationId: `Odd ${index + 1} ${station.id}`.slice(0, 40),
      idTag: `ODD${String(index + 1).padStart(9, '0')}`,
    };
    const complaints = await playOddStation(site, station, part);
    const [first] = complaints;
    if (first !== undefined)
      throw new Failure('no session lost, and everything shown', complaints.join('; '));
  },
}));
