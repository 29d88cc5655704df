import { type Static, Type } from 'typebox';
import { AccessCheck } from './access-check.ts';
import { OcpiFault } from './ocpi-faults.ts';
import { nullable, words } from './schema.ts';

/** Every error the API can answer with: code, HTTP status, and what it means. */
export const ERRORS = {
  'invalid-request': { status: 400, title: 'The request does not fit the schema' },
  'sign-in-required': { status: 401, title: 'Sign in first' },
  forbidden: { status: 403, title: 'Your role does not permit this here' },
  'module-off': { status: 403, title: 'This part of the program is switched off' },
  'beyond-own-rights': {
    status: 403,
    title: 'You can neither give nor touch rights that you do not have yourself',
  },
  'token-refused': { status: 401, title: 'The token has ended, or is none of this site' },
  'people-only': { status: 403, title: 'This is for people who have signed in, not for clients' },
  'wrong-credentials': { status: 401, title: 'Name or password is wrong' },
  'password-too-easy': { status: 422, title: 'This password is among the first that somebody would try' },
  'second-factor-needed': { status: 401, title: 'The password is right; send the code as well' },
  'wrong-code': { status: 401, title: 'The code is wrong, or has been used already' },
  'second-factor-on': { status: 409, title: 'The second factor is on; turn it off first' },
  'second-factor-off': { status: 409, title: 'The second factor is off' },
  'own-password-needed': { status: 403, title: 'Choose a password of your own first' },
  'too-many-attempts': { status: 429, title: 'Too many attempts; wait a moment' },
  'foreign-origin': { status: 403, title: 'Requests from other web pages are refused' },
  'tls-required': { status: 403, title: 'On the network this program answers over https only' },
  'foreign-host': { status: 421, title: 'This program is not reached under that host name' },
  'already-set-up': { status: 409, title: 'The site has an owner already' },
  'not-set-up': { status: 409, title: 'The site has no owner yet' },
  'demo-stays-here': { status: 409, title: 'The demo is not opened to the network' },
  'target-refused': { status: 422, title: 'Nothing is sent to this address; `detail` says why' },
  'not-found': { status: 404, title: 'There is no such thing' },
  'already-exists': { status: 409, title: 'It exists already' },
  'card-exists': { status: 409, title: 'A card with this number exists already' },
  'person-exists': { status: 409, title: 'Somebody signs in under this name already' },
  'last-owner': { status: 409, title: 'Somebody has to remain who may do everything' },
  'role-in-use': { status: 409, title: 'Somebody still holds this role' },
  'tenant-not-empty': { status: 409, title: 'Something still hangs on this tenant' },
  'tenant-within-itself': { status: 409, title: 'A tenant cannot lie below itself' },
  'tenant-tied': {
    status: 409,
    title: 'Something on this tenant or below is tied to something above it; `ties` says what to untie first',
  },
  'root-stays': { status: 409, title: 'The tenant above all others stays where it is' },
  'card-like-another': {
    status: 409,
    title: 'Another card may be written with this number; `anyway` takes it all the same',
  },
  'card-refused': {
    status: 409,
    title: 'The card may not charge at this station; `refused` says why, `anyway` orders it all the same',
  },
  'vid-exists': { status: 409, title: 'Another vehicle or card has this number already' },
  'other-branch': { status: 409, title: 'These hang on different branches of the tenant tree' },
  'group-in-use': { status: 409, title: 'A rule names this group; change the rule first' },
  'group-removed': { status: 409, title: 'A group that this names has been removed; restore it first' },
  'tariff-without-draft': { status: 409, title: 'The tariff has no draft to be published' },
  'tariff-draft-differs': { status: 409, title: 'The draft is not the one that was to be published' },
  'tariff-impossible': {
    status: 422,
    title: 'The tariff cannot be published; `detail` names the first reason, /tariff-checks all of them',
  },
  'ocpi-unreadable': {
    status: 422,
    title: 'This is no tariff of OCPI 2.2.1 or 2.3.0 that can be read; `ocpi` says what is wrong and where',
  },
  'version-in-the-past': { status: 422, title: 'Sessions may have begun by what would be rewritten' },
  'version-before-another': { status: 409, title: 'Another version takes effect at that time or later' },
  'version-in-force': { status: 409, title: 'The version has taken effect, or was withdrawn' },
  'tariff-in-use': { status: 409, title: 'A rule lets somebody pay by this tariff; end it first' },
  'time-not-allowed': {
    status: 409,
    title:
      'The certificate of a station does not let its clock be used for prices; `clock` says which tariff and where',
  },
  'currency-differs': { status: 409, title: 'A site has prices in one currency' },
  'station-exists': { status: 409, title: 'A station with this identity exists already' },
  'station-retired': { status: 409, title: 'The station has been retired' },
  'key-set-elsewhere': {
    status: 409,
    title: 'The password and the security profile of a station are changed in its security section',
  },
  'setting-looks-wrong': {
    status: 422,
    title: 'The value does not fit the key; `anyway` sends it all the same',
  },
  'session-running': { status: 409, title: 'The session is still running' },
  'session-not-in-doubt': { status: 409, title: 'The session needs no decision' },
  'boot-not-triggered': {
    status: 409,
    title: 'A station that has been accepted is not asked to boot again',
  },
  'firmware-unchecked': { status: 409, title: 'The signature of the firmware could not be checked' },
  'station-not-connected': { status: 409, title: 'The station is not connected' },
  'station-no-answer': { status: 504, title: 'The station did not answer' },
  'station-refused': { status: 409, title: 'The station answered with an error' },
  'keys-not-readable': { status: 409, title: 'The keys of the authority cannot be read' },
  'profile-not-higher': { status: 409, title: 'The station has this profile or a higher one' },
  'profile-needs-password': { status: 409, title: 'This profile needs a password; set one first' },
  'profile-needs-certificate': {
    status: 409,
    title: 'The station has no certificate yet; have it ask for one first',
  },
  'no-tls-port': { status: 409, title: 'This program takes no stations over TLS: its port is off' },
  'upgrade-under-way': {
    status: 409,
    title: 'The station has not come yet with another profile that it was asked to take',
  },
  'root-needed': { status: 409, title: 'The station needs this root to tell this program from an impostor' },
  'authority-works': { status: 409, title: 'The keys of the authority can be read; it is not replaced' },
  'key-change-under-way': { status: 409, title: 'The last change of the key is not settled yet' },
  'command-not-queued': { status: 409, title: 'The command has left the queue already' },
  'confirmation-needed': { status: 409, title: 'This message may do harm; send it with `confirmed`' },
  'message-locks-out': {
    status: 409,
    title: 'This would lock the station out; use its security settings instead',
  },
  'acceptance-charging': { status: 409, title: 'Somebody is charging at this connector' },
  'acceptance-running': { status: 409, title: 'An acceptance of the station goes on already' },
  'acceptance-incomplete': { status: 409, title: 'Some steps have no outcome yet' },
  'acceptance-ended': { status: 409, title: 'The acceptance has ended' },
  'acceptance-not-signed': { status: 409, title: 'The acceptance has not been signed' },
  'file-unreadable': { status: 422, title: 'The file could not be read as a table' },
  'file-empty': { status: 422, title: 'The file has no rows' },
  'file-too-long': { status: 422, title: 'The file has more than 20,000 rows or 100 columns' },
  'document-kind': {
    status: 422,
    title: 'Only JPEG, PNG and WebP pictures and PDF documents are kept; what is in the file decides',
  },
  'documents-full': { status: 409, title: 'The documents of all stations would take more than 2 GB' },
  'document-lost': { status: 410, title: 'The file is missing in the data folder of this program' },
  'meter-key-unreadable': {
    status: 422,
    title: 'This is no public key of a meter, or it was mistyped: its point is not on its curve',
  },
  'no-key-shown': { status: 409, title: 'The station has shown no key for this connector yet' },
  'no-key-alarm': { status: 409, title: 'The station shows no other key at this connector' },
  'nothing-signed': { status: 404, title: 'Nothing was signed in this session' },
  'import-draft-gone': {
    status: 410,
    title: 'The uploaded file is not kept any longer; upload it again',
  },
  'import-draft-replaced': {
    status: 410,
    title: 'Two files were uploaded after this one, and no more are kept; upload it again',
  },
  'import-draft-no-room': {
    status: 410,
    title: 'Others have uploaded so much since that the file is not kept any longer; upload it again',
  },
  'import-undone': { status: 409, title: 'The import has been undone already' },
  'import-too-old': { status: 409, title: 'An import can be undone for 30 days' },
  'changed-meanwhile': { status: 412, title: 'It has changed since it was read; read it again' },
  'idempotency-running': { status: 409, title: 'What was asked under this key is still being done' },
  'idempotency-unsettled': {
    status: 409,
    title: 'Nobody knows whether what was asked under this key was done; look, and take another key',
  },
  'idempotency-key-reused': { status: 422, title: 'Something else was asked under this key before' },
  'invalid-cursor': { status: 400, title: 'The cursor is not one of ours' },
  'payload-too-large': { status: 413, title: 'The request is too large' },
  'unsupported-media-type': { status: 415, title: 'This media type is not taken here' },
  'method-not-allowed': { status: 405, title: 'The method is not allowed here' },
  'disk-full': { status: 507, title: 'The disk is full; nothing was changed' },
  'store-failed': { status: 503, title: 'The change could not be stored; nothing was changed' },
  internal: { status: 500, title: 'Something went wrong here; it has been logged' },
} as const;

export type ErrorCode = keyof typeof ERRORS;

/** So many things that are tied to something. */
const Tie = Type.Object({
  to: words(['group', 'rule', 'role']),
  /** Null where the caller may not read it. */
  name: nullable(Type.String()),
  what: words(['drivers', 'vehicles', 'cards', 'stations', 'groups', 'people']),
  count: Type.Integer(),
});

/** `time` is sold, prices change by the `hours` or days, or both. */
export const CLOCK_USES = ['time', 'hours', 'both'] as const;

/** RFC 9457 problem document. */
export const Problem = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  code: Type.Enum(Object.keys(ERRORS) as ErrorCode[]),
  detail: Type.Optional(Type.String()),
  /** What is wrong with which field, for forms. */
  fields: Type.Optional(Type.Array(Type.Object({ path: Type.String(), message: Type.String() }))),
  retryAfterSeconds: Type.Optional(Type.Integer()),
  /** What keeps a tenant where it is. */
  ties: Type.Optional(Type.Array(Tie)),
  /** Which tariff needs the clock of which stations, and for what. */
  clock: Type.Optional(
    Type.Object({
      tariff: Type.String(),
      use: Type.Enum([...CLOCK_USES]),
      /** Those that the caller may see. */
      stations: Type.Array(Type.String()),
    }),
  ),
  /** What is wrong with a tariff of OCPI. */
  ocpi: Type.Optional(OcpiFault),
  /** Why a card may not charge. */
  refused: Type.Optional(
    Type.Object({
      ...AccessCheck.properties,
      /** Whether whoever asked may order it all the same. */
      anywayAllowed: Type.Boolean(),
    }),
  ),
});
export type Problem = Static<typeof Problem>;
