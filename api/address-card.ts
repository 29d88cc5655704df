import { type Static, Type } from 'typebox';
import { needs, route } from './route.ts';
import { nullable, Time } from './schema.ts';

/** What kind of network an interface is in, as far as its name tells. */
export const INTERFACE_KINDS = ['cable', 'radio', 'virtual', 'tunnel', 'loopback', 'other'] as const;
/** Who gave an address: a person, a router, the computer itself; `loopback` is reached from nowhere else. */
export const ADDRESS_ORIGINS = ['fixed', 'dhcp', 'self-assigned', 'loopback', 'unknown'] as const;
/** How the field of a make wants the address. */
export const ADDRESS_FORMS = ['address', 'without-scheme', 'parts'] as const;

/** Everything to enter in a station so that it finds this computer. */
export const AddressCard = Type.Object({
  ports: Type.Object({ ws: Type.Integer(), wss: nullable(Type.Integer()) }),
  /** Ends in a slash; the identity of the station follows. */
  path: Type.String(),
  interfaces: Type.Array(
    Type.Object({
      name: Type.String(),
      kind: Type.Enum(INTERFACE_KINDS),
      address: Type.String(),
      origin: Type.Enum(ADDRESS_ORIGINS),
      recommended: Type.Boolean(),
      /** How many stations last came to this address. */
      stations: Type.Integer(),
    }),
  ),
  /** The address before the last change; null while there was none. */
  change: nullable(
    Type.Object({
      from: Type.String(),
      to: Type.String(),
      at: Time,
      /** How many stations still have the old one. */
      stations: Type.Integer(),
    }),
  ),
  makes: Type.Array(
    Type.Object({
      make: Type.String(),
      form: Type.Enum(ADDRESS_FORMS),
      /** Whether the station adds its identity by itself, or a person has to. */
      identity: Type.Enum(['added', 'entered'] as const),
    }),
  ),
});
export type AddressCard = Static<typeof AddressCard>;

export const getAddressCard = route({
  method: 'GET',
  path: '/address-card',
  area: 'site',
  access: needs('stations.read', 'somewhere'),
  summary: 'What to enter in a station: interfaces of this computer, ports, and habits of makes',
  response: AddressCard,
});

/** A QR code as a drawing: every module is a square of 1 by 1. */
export const QrCode = Type.Object({
  /** Width and height, with the quiet ground around it. */
  size: Type.Integer(),
  /** Path of an SVG that holds the dark modules. */
  path: Type.String(),
});

export const drawQrCode = route({
  method: 'GET',
  path: '/qr-code',
  area: 'site',
  access: needs('stations.read', 'somewhere'),
  summary: 'A text as a QR code, so that a phone can take it over from the screen',
  query: Type.Object({ text: Type.String({ minLength: 1, maxLength: 500 }) }),
  response: QrCode,
});
