import type { Curve } from './curve.ts';
import type { OcmfText } from './read-ocmf.ts';
import type { SignedFormat } from './signed-record.ts';

/** A meter's public key, however it was spelt. */
export interface MeterKey {
  /** Null for a bare point, which does not say what curve it is on. */
  readonly curve: Curve | null;
  /** In hex: uncompressed where the curve is known, else as it was given. */
  readonly point: string;
}

/** Why nothing can be said about a signature. Such a record is kept and passed on all the same. */
export type Unverifiable =
  /** Not OCMF: EDL, ALFEN, PCDF are for the transparency software. */
  'other-format' | 'malformed' | 'no-key' | 'unreadable-key' | 'unknown-algorithm' | 'unreadable-signature';

/** What is known of one signed record. Says nothing yet about what its readings are worth: see `judgePair`. */
export type RecordVerdict =
  | { readonly kind: 'verified'; readonly ocmf: OcmfText; readonly key: MeterKey; readonly curve: Curve }
  | {
      readonly kind: 'wrong-signature';
      readonly ocmf: OcmfText;
      /** `other-curve`: the key is of another kind than the signature says it is. */
      readonly why: 'does-not-fit' | 'other-curve';
    }
  | {
      readonly kind: 'unverifiable';
      readonly why: Unverifiable;
      readonly format: SignedFormat;
      /** What it says where that could be read. */
      readonly ocmf: OcmfText | null;
    };
