import { type Static, Type } from 'typebox';
import { Id, nullable, Time, words } from './schema.ts';

const ConnectorNumber = Type.Integer({ minimum: 0, maximum: 64 });
const Location = Type.String({ minLength: 8, maxLength: 512, pattern: '^(https?|ftps?|sftp)://\\S+$' });
const Retries = {
  retries: Type.Optional(Type.Integer({ minimum: 0, maximum: 100 })),
  retrySeconds: Type.Optional(Type.Integer({ minimum: 0, maximum: 86_400 })),
};
/** Orders it although the card is refused; for whoever decides who may charge at the station (`access.write`). */
export const OrderAnyway = Type.Optional(Type.Boolean());
const Span = { from: Type.Optional(Time), to: Type.Optional(Time) };

/** Where a file goes: left out, to this program; it has an address for each file. */
const Target = { location: Type.Optional(Location) };

export const TRIGGERED_MESSAGES = [
  'BootNotification',
  'DiagnosticsStatusNotification',
  'FirmwareStatusNotification',
  'Heartbeat',
  'LogStatusNotification',
  'MeterValues',
  'SignChargePointCertificate',
  'StatusNotification',
] as const;

export const PROFILE_PURPOSES = ['ChargePointMaxProfile', 'TxDefaultProfile', 'TxProfile'] as const;
export const PROFILE_TIMINGS = ['Absolute', 'Recurring', 'Relative'] as const;

/** A limit over time (OCPP 1.6 §7.8). */
export const Profile = Type.Object(
  {
    /** Left out: a new number. One that is in use replaces that profile. */
    profileId: Type.Optional(Type.Integer({ minimum: 1, maximum: 2_147_483_647 })),
    purpose: words(PROFILE_PURPOSES),
    stackLevel: Type.Integer({ minimum: 0, maximum: 255 }),
    timing: words(PROFILE_TIMINGS),
    /** When the plan begins; now, if left out. Not with Relative. */
    startsAt: Type.Optional(Time),
    every: Type.Optional(words(['Daily', 'Weekly'] as const)),
    validFrom: Type.Optional(Time),
    validTo: Type.Optional(Time),
    /** Amperes per phase, or watts of all phases together. */
    unit: words(['A', 'W'] as const),
    durationSeconds: Type.Optional(Type.Integer({ minimum: 1, maximum: 31_536_000 })),
    minRate: Type.Optional(Type.Number({ minimum: 0, maximum: 1_000_000 })),
    periods: Type.Array(
      Type.Object(
        {
          startSeconds: Type.Integer({ minimum: 0, maximum: 31_536_000 }),
          limit: Type.Number({ minimum: 0, maximum: 2_000_000 }),
          phases: Type.Optional(Type.Integer({ minimum: 1, maximum: 3 })),
        },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: 1_000 },
    ),
  },
  { additionalProperties: false },
);
export type Profile = Static<typeof Profile>;

/** What whoever looks after a station asks of it. */
export const SERVICE_ORDERS = [
  Type.Object({ kind: Type.Literal('clear-cache') }),
  Type.Object({
    kind: Type.Literal('trigger'),
    message: words(TRIGGERED_MESSAGES),
    connectorId: Type.Optional(ConnectorNumber),
    /** By ExtendedTriggerMessage of the security whitepaper. */
    extended: Type.Optional(Type.Boolean()),
  }),
  Type.Object({
    kind: Type.Literal('data-transfer'),
    vendorId: Type.String({ minLength: 1, maxLength: 255 }),
    messageId: Type.Optional(Type.String({ minLength: 1, maxLength: 50 })),
    data: Type.Optional(Type.String({ maxLength: 50_000 })),
  }),
  Type.Object({
    kind: Type.Literal('send-local-list'),
    /** All of it, and not only what has changed. */
    whole: Type.Optional(Type.Boolean()),
  }),
  Type.Object({
    kind: Type.Literal('reserve'),
    connectorId: ConnectorNumber,
    cardId: Id,
    /** Left out: the group of the card. */
    group: Type.Optional(nullable(Type.String({ minLength: 1, maxLength: 20 }))),
    expiresAt: Time,
    anyway: OrderAnyway,
  }),
  Type.Object({ kind: Type.Literal('cancel-reservation'), reservationId: Id }),
  Type.Object({ kind: Type.Literal('set-charging-profile'), connectorId: ConnectorNumber, profile: Profile }),
  Type.Object({
    kind: Type.Literal('clear-charging-profile'),
    profileId: Type.Optional(Type.Integer()),
    connectorId: Type.Optional(ConnectorNumber),
    purpose: Type.Optional(words(PROFILE_PURPOSES)),
    stackLevel: Type.Optional(Type.Integer({ minimum: 0, maximum: 255 })),
  }),
  Type.Object({ kind: Type.Literal('get-diagnostics'), ...Target, ...Span, ...Retries }),
  Type.Object({
    kind: Type.Literal('get-log'),
    log: words(['DiagnosticsLog', 'SecurityLog'] as const),
    ...Target,
    ...Span,
    ...Retries,
  }),
  Type.Object({
    kind: Type.Literal('update-firmware'),
    location: Location,
    retrieveAt: Type.Optional(Time),
    ...Retries,
  }),
  Type.Object({
    kind: Type.Literal('signed-update-firmware'),
    location: Location,
    retrieveAt: Type.Optional(Time),
    installAt: Type.Optional(Time),
    /** PEM of the maker's signing certificate. */
    certificate: Type.String({ minLength: 1, maxLength: 5_500 }),
    /** Of the firmware, in Base64. */
    signature: Type.String({ minLength: 1, maxLength: 800, pattern: '^[A-Za-z0-9+/=\\s]+$' }),
    /** Send it although the signature is wrong or could not be checked; the station will judge. */
    unchecked: Type.Optional(Type.Boolean()),
    ...Retries,
  }),
] as const;
