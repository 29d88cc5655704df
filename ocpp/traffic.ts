import type { CallErrorCode } from './call-error.ts';
import type { FrameFaultKind } from './frame.ts';
import type { OutgoingAction } from './v16/actions.ts';
import type { Deviation } from './v16/deviation.ts';

/** What passes over a connection apart from calls that are handed on, for the journal. Times in ms UTC. */
export type Traffic =
  /** A message that was no frame at all, or one that nobody can answer. */
  | {
      readonly kind: 'unreadable-frame';
      readonly at: number;
      readonly raw: string;
      readonly fault: FrameFaultKind | 'too-long' | 'binary' | 'compressed';
      readonly deviations: readonly Deviation[];
    }
  /** A call answered with a CALLERROR without being handed on. */
  | {
      readonly kind: 'refused-call';
      readonly at: number;
      readonly raw: string;
      readonly messageId: string;
      readonly action: string;
      readonly code: CallErrorCode;
      readonly problem: string;
      readonly answer: string;
      readonly deviations: readonly Deviation[];
    }
  /** A call of ours. Secrets in the frame are masked. */
  | {
      readonly kind: 'sent-call';
      readonly at: number;
      readonly messageId: string;
      readonly action: OutgoingAction;
      readonly frame: string;
    }
  /** The answer to a call of ours. Secrets in the frame are masked. */
  | {
      readonly kind: 'received-answer';
      readonly at: number;
      readonly messageId: string;
      readonly action: OutgoingAction;
      readonly raw: string;
      readonly problem?: string;
      readonly deviations: readonly Deviation[];
    }
  /** An answer that came after its call was given up, or that nobody had asked for. */
  | {
      readonly kind: 'late-answer' | 'unasked-answer';
      readonly at: number;
      readonly messageId: string;
      readonly raw: string;
    }
  /** A bug of ours while a call was handled or followed up. */
  | {
      readonly kind: 'handler-failed';
      readonly at: number;
      readonly messageId: string;
      readonly action: string;
      readonly error: unknown;
    };
