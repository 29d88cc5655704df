import { passwordWeakness } from '../people/password-weakness.ts';
import { ApiProblem } from './problem.ts';

/** Refuses a new password that would be guessed soon; `words` are what somebody would try first here. */
export async function insistOnPassword(password: string, words: readonly string[]): Promise<void> {
  const weakness = await passwordWeakness(password, words);
  if (weakness !== null) throw new ApiProblem('password-too-easy');
}
