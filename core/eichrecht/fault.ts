/** Why the readings of a pair do not count as the law has it, though the meter signed them. */
export const FAULT_KINDS = [
  /** No reading of an energy register begins, or ends, the transaction. */
  'no-begin',
  'no-end',
  /** More than one does. */
  'several-begins',
  'several-ends',
  /** Of two records the first holds an end, or the second a begin. */
  'end-in-begin-record',
  'begin-in-end-record',
  /** Several records that differ could be the pair. */
  'several-pairs',
  'register-unreadable',
  /** The end lies below the begin. */
  'register-backwards',
  /** Begin and end are of different registers. */
  'other-register',
  /** One is of alternating and one of direct current. */
  'other-current',
  /** Neither Wh nor kWh. */
  'unknown-unit',
  'time-unreadable',
  /** The end lies before the begin. */
  'time-backwards',
  /** A reading says nothing of its clock, or a duration that was right at the begin is not so at the end. */
  'clock-state',
  /** The meter was not well. */
  'meter-state',
  /** The meter itself says that energy is no longer usable. */
  'energy-unusable',
  /** Something went wrong while charging: what comes after does not count. */
  'exception',
  /** The meter counted an event between begin and end. */
  'event-counter',
  /** The two records are of different meters or signing devices, or of none that is named. */
  'other-meter',
  'unnamed-meter',
  /** The records' numbers cannot be read, are not of transactions, or do not rise. */
  'page-unreadable',
  'page-fiscal',
  'page-order',
  /** The meter says that the driver was not identified rightly. */
  'identification',
  /** The cable that is compensated changed between begin and end. */
  'other-cable',
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

/** What somebody should know of a pair that counts all the same. */
export const REMARK_KINDS = [
  /** Records lie between the two that we do not have. */
  'page-gap',
  /** Begin and end name different people; another card may end a session. */
  'other-identification',
  /** The meter says that its time is not usable: not for prices by time. */
  'time-unusable',
  /** Losses were not counted from nought, or the cable is not described. */
  'loss-not-reset',
  'loss-undescribed',
  /** Written in a version that the transparency software up to 1.4.1 does not open. */
  'newer-format',
] as const;

export type RemarkKind = (typeof REMARK_KINDS)[number];

/** Where something was found: which record of the pair, which reading of it, which field of OCMF. Counted from 0. */
export interface Place {
  readonly record: number;
  /** Null for the record itself. */
  readonly reading: number | null;
  readonly field: string;
}

export interface Finding<Kind> {
  readonly kind: Kind;
  readonly place: Place;
  /** What stood there; empty where nothing did. */
  readonly found: string;
}

export type Fault = Finding<FaultKind>;
export type Remark = Finding<RemarkKind>;
