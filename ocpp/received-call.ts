import type { IncomingAction, NeverRefusedAction, Request } from './v16/actions.ts';
import type { Deviation } from './v16/deviation.ts';

/** A CALL of a station, read and ready to be decided on. */
export type ReceivedCall = ReadCall | UnreadableCall;

/** A call whose request is as its schema says, or was repaired until it was. */
export type ReadCall = {
  [A in IncomingAction]: CallFacts & {
    readonly validity: 'valid' | 'repaired';
    readonly action: A;
    readonly request: Request<A>;
  };
}[IncomingAction];

/** A call that makes no sense but must be kept and answered all the same. */
export type UnreadableCall = CallFacts & {
  readonly validity: 'invalid';
  readonly action: NeverRefusedAction;
  /** What could be read of it. */
  readonly request: unknown;
  readonly problem: string;
};

/** What becomes of a call. */
export type Answer =
  /** Write this frame, then run `after`. `after` runs even if the station has gone in the meantime. */
  | { readonly kind: 'send'; readonly frame: string; readonly after?: () => void }
  /** The call could not be stored: close, so that the station keeps it and comes back. */
  | { readonly kind: 'close'; readonly code: number; readonly reason: string };

interface CallFacts {
  readonly messageId: string;
  /** The frame as it came. */
  readonly raw: string;
  readonly receivedAt: number;
  readonly deviations: readonly Deviation[];
}
