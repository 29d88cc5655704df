import type { DoorOutcome } from '#api/door.ts';
import { REFUSAL_REASONS } from '#api/knocks.ts';
import type { Translate } from '../../text/use-text.ts';

/** What is wrong with a visitor, and what to do about it. */
export function doorSentence(outcome: DoorOutcome, t: Translate): string {
  return isRefusal(outcome) ? t(`stations.knocks.reason.${outcome}`) : t(`commissioning.door.${outcome}`);
}

function isRefusal(outcome: DoorOutcome): outcome is (typeof REFUSAL_REASONS)[number] {
  return REFUSAL_REASONS.some((reason) => reason === outcome);
}
