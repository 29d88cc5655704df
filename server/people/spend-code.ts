import type { SecondFactor } from '#core/people/person.ts';
import type { Instant } from '#core/shared/units.ts';
import { type KeyVault, VaultClosed } from '../security/key-vault.ts';
import { stepOfCode } from './one-time-code.ts';
import { withoutUsed } from './recovery-codes.ts';

/** What became of a code that somebody typed. */
export type CodeSpent =
  | { readonly kind: 'from-phone'; readonly factor: SecondFactor }
  | { readonly kind: 'recovery'; readonly factor: SecondFactor }
  | { readonly kind: 'wrong' }
  /** The keys beside the database are gone: nobody can tell whether the phone is right. */
  | { readonly kind: 'unreadable' };

/**
 * Checks a code from the phone, or one for a lost phone, and gives the factor as it is afterwards. No code counts
 * twice: none of a step that was used or came before it (RFC 6238 §5.2), no recovery code that was used up.
 */
export function spendCode(
  factor: SecondFactor,
  typed: string,
  { vault, now }: { readonly vault: KeyVault; readonly now: Instant },
): CodeSpent {
  const left = withoutUsed(factor.recoveryRecords, typed);
  if (left !== null) return { kind: 'recovery', factor: { ...factor, recoveryRecords: left } };
  const secret = opened(vault, factor.sealedSecret);
  if (secret === null) return { kind: 'unreadable' };
  const step = stepOfCode(secret, typed.replaceAll(/\s/g, ''), now);
  if (step === null || (factor.lastStep !== null && step <= factor.lastStep)) return { kind: 'wrong' };
  return { kind: 'from-phone', factor: { ...factor, lastStep: step } };
}

function opened(vault: KeyVault, sealed: string): Buffer | null {
  try {
    return vault.open(sealed);
  } catch (error) {
    if (error instanceof VaultClosed) return null;
    throw error;
  }
}
