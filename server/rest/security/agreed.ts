import type { WishAnswer } from '#core/security/settle-wish.ts';
import { ApiProblem } from '../problem.ts';

/** A yes, also one without an answer; a no is a problem. */
export function agreed(answer: WishAnswer): 'accepted' | 'no-answer' {
  switch (answer) {
    case 'accepted':
    case 'after-restart':
      return 'accepted';
    case 'no-answer':
      return 'no-answer';
    case 'refused':
      throw new ApiProblem('station-refused');
    case 'not-sent':
      throw new ApiProblem('station-not-connected');
  }
}
