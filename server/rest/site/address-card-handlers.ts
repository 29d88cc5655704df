import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AddressCard } from '#api/address-card.ts';
import { stationsOnOldAddress } from '#core/settings/site-address.ts';
import type { Application } from '../../application.ts';
import { withKnownFirst } from '../../network/address-book.ts';
import type { AddressOrigins } from '../../network/address-origin.ts';
import { interfaceKind } from '../../network/interface-kind.ts';
import { isLoopback } from '../../network/is-loopback.ts';
import { resourcesFolder } from '../../resources-folder.ts';
import { isoTime } from '../iso-time.ts';
import type { SomeHandlers } from '../route-handlers.ts';
import { drawQrCode } from './draw-qr-code.ts';
import { seenDoors } from './seen-doors.ts';

export function addressCardHandlers(app: Application): SomeHandlers<'getAddressCard' | 'drawQrCode'> {
  let makes: AddressCard['makes'] | null = null;
  return {
    drawQrCode: async ({ query }) => drawQrCode(query.text),

    async getAddressCard({ caller }) {
      const { siteAddress } = app.desk.live;
      const origins = await app.addresses.origins();
      const doors = seenDoors(app, caller);
      makes ??= readMakes();
      return {
        ports: { ws: app.ports.ocpp, wss: app.ports.ocppTls },
        path: '/ocpp/',
        interfaces: withKnownFirst(app.addresses.present(), siteAddress?.address).map(
          ({ name, address, recommended }) => ({
            name,
            kind: isLoopback(address) ? 'loopback' : interfaceKind(name),
            address,
            origin: originOf(address, origins),
            recommended,
            stations: doors.filter(({ host }) => host === address).length,
          }),
        ),
        change:
          siteAddress === null || siteAddress.previous === null
            ? null
            : {
                from: siteAddress.previous,
                to: siteAddress.address,
                at: isoTime(siteAddress.since),
                stations: stationsOnOldAddress(siteAddress, doors),
              },
        makes,
      };
    },
  };
}

function originOf(address: string, origins: AddressOrigins): AddressCard['interfaces'][number]['origin'] {
  if (isLoopback(address)) return 'loopback';
  // RFC 3927.
  return address.startsWith('169.254.') ? 'self-assigned' : (origins.get(address) ?? 'unknown');
}

/** How the makes' own fields want an address; it came with the program. */
function readMakes(): AddressCard['makes'] {
  return JSON.parse(readFileSync(join(resourcesFolder(), 'makes.json'), 'utf8')) as AddressCard['makes'];
}
