import { checkBriefPlug, checkCar, checkCardMissing, checkPlug } from './car-checks.ts';
import { checkCard, checkCardSpelling } from './card-checks.ts';
import {
  type Finding,
  WHY_CHECKS,
  type WhyAction,
  type WhyCause,
  type WhyCheck,
  type WhyClear,
  type WhyFigures,
} from './finding.ts';
import {
  checkClock,
  checkCommand,
  checkLimit,
  checkNothing,
  checkSitePause,
  checkSpeed,
} from './power-checks.ts';
import { checkConnection, checkFault, checkService, checkUpdate } from './station-checks.ts';
import type { WhyFacts } from './why-facts.ts';

/** Why a car does not charge: one cause, what was found on the way to it, and the one thing to do. */
export interface Explanation {
  readonly check: WhyCheck;
  readonly cause: WhyCause;
  readonly figures: WhyFigures;
  readonly action: WhyAction | null;
  /** The checks before it that found nothing, in order. */
  readonly cleared: readonly ClearedCheck[];
}

export interface ClearedCheck {
  readonly check: WhyCheck;
  readonly evidence: WhyClear;
  readonly figures: WhyFigures;
}

/** Goes through the checks in order; the first hit is the answer, and the last check always hits. */
export function explain(facts: WhyFacts): Explanation {
  const cleared: ClearedCheck[] = [];
  for (const check of WHY_CHECKS) {
    const finding = CHECKS[check](facts);
    if (finding.kind === 'clear')
      cleared.push({ check, evidence: finding.evidence, figures: finding.figures });
    else {
      const { cause, figures, action } = finding;
      return { check, cause, figures, action, cleared };
    }
  }
  throw new Error('The last check found nothing to say');
}

/** Of several connectors, the explanation that hit first. */
export function worstOf(explanations: readonly Explanation[]): Explanation | null {
  const [worst] = explanations.toSorted((a, b) => WHY_CHECKS.indexOf(a.check) - WHY_CHECKS.indexOf(b.check));
  return worst ?? null;
}

const CHECKS: Readonly<Record<WhyCheck, (facts: WhyFacts) => Finding>> = {
  connection: checkConnection,
  fault: checkFault,
  service: checkService,
  update: checkUpdate,
  'card-spelling': checkCardSpelling,
  card: checkCard,
  plug: checkPlug,
  'card-missing': checkCardMissing,
  'brief-plug': checkBriefPlug,
  car: checkCar,
  'site-pause': checkSitePause,
  limit: checkLimit,
  command: checkCommand,
  clock: checkClock,
  speed: checkSpeed,
  nothing: checkNothing,
};
