import type { Network } from '#api/site.ts';
import type { Application } from '../../application.ts';
import { withKnownFirst } from '../../network/address-book.ts';

/** Where stations and browsers reach this computer. */
export function networkView(app: Application): Network {
  const { ui, ocpp } = app.ports;
  const addresses = withKnownFirst(app.addresses.present(), app.desk.live.siteAddress?.address);
  return {
    ocppPort: ocpp,
    uiPort: ui,
    uiUrls: [
      `http://127.0.0.1:${ui}/`,
      ...app.lan.openAddresses().map((address) => `https://${address}:${ui}/`),
    ],
    interfaces: addresses.map(({ name, address, recommended }) => ({
      name,
      address,
      ocppUrl: `ws://${address}:${ocpp}/ocpp/`,
      recommended,
    })),
  };
}
