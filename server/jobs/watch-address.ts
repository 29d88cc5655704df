import { followAddress, stationsOnOldAddress } from '#core/settings/site-address.ts';
import type { Application } from '../application.ts';
import { isLoopback } from '../network/is-loopback.ts';
import { logLine } from '../site/log-line.ts';

/** Notices when this computer has another address than the one that people entered in their stations. */
export async function watchAddress(app: Application): Promise<void> {
  // Nothing outside reaches the demo, and nothing inside must be told.
  if (app.demo) return;
  const present = app.addresses.present().filter(({ address }) => !isLoopback(address));
  const now = app.clock.now();
  if (followAddress(app.desk.live.siteAddress, present, now) === null) return;
  await app.desk.decide((live) => {
    const address = followAddress(live.siteAddress, present, now);
    if (address === null) return { value: undefined, changes: [] };
    const { previous } = address;
    const stations = stationsOnOldAddress(address, live.stationDoors.values());
    return {
      value: undefined,
      changes: [
        { kind: 'save-site-address', address },
        ...(previous === null
          ? []
          : [
              logLine(now, 'address-changed', {
                level: 'attention',
                facts: { from: previous, to: address.address, stations },
              }),
            ]),
      ],
      told: [{ kind: 'site' }, { kind: 'log' }],
    };
  });
}
