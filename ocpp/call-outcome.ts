import type { OutgoingAction, Response } from './v16/actions.ts';

/** How a call of ours ended. */
export type CallOutcome<A extends OutgoingAction> =
  | { readonly kind: 'result'; readonly response: Response<A> }
  | { readonly kind: 'error'; readonly code: string; readonly description: string }
  | { readonly kind: 'invalid-answer'; readonly problem: string }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'aborted' };
