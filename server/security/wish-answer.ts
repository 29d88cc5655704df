import type { WishAnswer } from '#core/security/settle-wish.ts';
import type { Asked } from '../stations/ask-station.ts';

/** What an answer to ChangeConfiguration means for a key or profile that must not be lost. */
export function wishAnswerOf(asked: Asked<'ChangeConfiguration'>): WishAnswer {
  switch (asked.kind) {
    case 'answered':
      return ANSWERS[asked.response.status];
    case 'error':
      return isUnclearError(asked.code) ? 'no-answer' : 'refused';
    case 'invalid-answer':
    case 'no-answer':
      return 'no-answer';
    case 'not-connected':
      return 'not-sent';
  }
}

/** Only what was refused before it was read is a no: an error from within may come after the change. */
export function isUnclearError(code: string): boolean {
  return UNCLEAR_ERRORS.has(code);
}

const ANSWERS = {
  Accepted: 'accepted',
  RebootRequired: 'after-restart',
  Rejected: 'refused',
  NotSupported: 'refused',
} as const;

const UNCLEAR_ERRORS: ReadonlySet<string> = new Set(['InternalError', 'GenericError']);
