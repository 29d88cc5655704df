/** Every way in which a station's words may differ from the specification and still be understood. */
export const deviationMeanings = {
  'no-subprotocol': 'connects without naming the subprotocol ocpp1.6',
  'basic-scheme-misspelt': 'writes "Basic:" instead of "Basic" before its password',
  'message-id-number': 'sends its message ids as numbers instead of text',
  'message-id-empty': 'sends empty message ids',
  'message-id-too-long': 'sends message ids of more than 36 characters',
  'frame-padded': 'sends blanks or a byte order mark around its messages',
  'reserved-bits': 'compresses its messages although that was not agreed',
  'frame-unreadable': 'sends messages that cannot be read',
  'call-refused': 'sends messages that had to be refused',
  'answer-unreadable': 'gives answers that do not belong to the question',
  'payload-null': 'sends null where an empty object is meant',
  'error-incomplete': 'answers with an error message of fewer than five parts',
  'null-field': 'sends null for fields it has no value for',
  'unknown-field': 'sends fields that OCPP 1.6 does not have',
  'number-as-text': 'sends numbers or truth values as text',
  'text-as-number': 'sends numbers or truth values where text is meant',
  'decimal-comma': 'writes decimal commas',
  'fractional-register': 'sends meter readings with fractions of a Wh',
  'text-too-long': 'sends texts longer than OCPP 1.6 allows',
  'text-missing': 'leaves out a text that OCPP 1.6 requires',
  'unknown-value': 'uses words that are not in the list of OCPP 1.6',
  'empty-list': 'sends empty lists where they should be left out',
  'empty-sampled-value': 'sends meter values without any sample',
  'timestamp-missing': 'leaves out the time of an event',
  'timestamp-without-zone': 'sends times without a time zone',
  'timestamp-odd-form': 'writes times in an unusual form',
  'timestamp-unreadable': 'sends times that cannot be read',
  'sample-unreadable': 'sends meter samples that cannot be read',
  'phase-sum-only': 'sends meter values per phase without a total',
} as const satisfies Readonly<Record<string, string>>;

export type DeviationKind = keyof typeof deviationMeanings;

/** One deviation in one message. `where` is the path of the field, empty when it concerns the whole message. */
export interface Deviation {
  readonly kind: DeviationKind;
  readonly where: string;
}
