import { instant } from '#core/shared/units.ts';
import type { PriceStep } from '#core/tariffs/price-step.ts';
import type { RatedOutcome } from '#core/tariffs/session-price.ts';
import type { SessionPart } from '#core/tariffs/walk-session.ts';
import { fromJson } from '../column-values.ts';

type Priced = Extract<RatedOutcome, { readonly kind: 'priced' }>;
type PackedOutcome =
  | Exclude<RatedOutcome, Priced>
  | (Omit<Priced, 'steps'> & { readonly steps: readonly PackedStep[] });

/** An outcome as it is kept: with all its steps, in a fifth of the text. */
export function packOutcome(outcome: RatedOutcome): string {
  const packed: PackedOutcome =
    outcome.kind === 'priced' ? { ...outcome, steps: packSteps(outcome.steps) } : outcome;
  return JSON.stringify(packed);
}

export function unpackOutcome(text: string): RatedOutcome {
  const packed = fromJson<PackedOutcome>(text);
  return packed.kind === 'priced' ? { ...packed, steps: unpackSteps(packed.steps) } : packed;
}

/** A step without the names of its fields, which would be most of the text: its kind, and what it says in the order of `FIELDS`. */
type PackedStep = readonly [kind: number, ...values: readonly unknown[]];

type Kind = PriceStep['kind'];

/** By these every price is read that was ever kept: what is new goes to the end. */
const KINDS: readonly Kind[] = [
  'component',
  'free-energy',
  'blocking',
  'discount',
  'tax',
  'rounding',
  'limit',
];

const FIELDS: {
  readonly [K in Kind]: readonly Exclude<keyof Extract<PriceStep, { readonly kind: K }>, 'kind'>[];
} = {
  component: [
    ...(['dimension', 'reservation', 'element', 'component', 'quantity', 'added'] as const),
    ...(['price', 'vat', 'exact', 'rounded', 'parts'] as const),
  ],
  'free-energy': ['quantity'],
  blocking: ['idle', 'quantity', 'price', 'vat', 'isCapped', 'exact', 'rounded', 'parts', 'standing'],
  discount: ['share', 'vat', 'amount'],
  tax: ['vat', 'exclVat', 'inclVat'],
  rounding: ['exclVat', 'inclVat'],
  limit: ['limit', 'before', 'after'],
};

function packSteps(steps: readonly PriceStep[]): readonly PackedStep[] {
  const thread = { at: 0, energy: 0 };
  return steps.map((step) => {
    const fields = step as PriceStep & Readonly<Record<string, unknown>>;
    const packed: [number, ...unknown[]] = [KINDS.indexOf(step.kind)];
    for (const name of FIELDS[step.kind])
      packed.push('parts' in step && name === 'parts' ? packParts(step.parts, thread) : fields[name]);
    return packed;
  });
}

function unpackSteps(steps: readonly PackedStep[]): readonly PriceStep[] {
  const thread = { at: 0, energy: 0 };
  return steps.map(([kind, ...values]) => {
    const name = KINDS[kind];
    if (name === undefined) throw new Error(`There is no step of kind ${kind}`);
    const fields = FIELDS[name].map((field, index) => [
      field,
      field === 'parts' ? unpackParts(values[index] as readonly number[], thread) : (values[index] ?? null),
    ]);
    return { kind: name, ...Object.fromEntries(fields) } as PriceStep;
  });
}

/** Where the part before ended: mostly the next one goes on from there, which makes its numbers small. */
interface Thread {
  at: number;
  energy: number;
}

const NUMBERS_OF_PART = 6;

function packParts(parts: readonly SessionPart[], thread: Thread): readonly number[] {
  const numbers: number[] = [];
  for (const part of parts) {
    const { from, to, quantity, energyFrom, energyTo } = part;
    numbers.push(from - thread.at, to - from, quantity);
    numbers.push(energyFrom - thread.energy, energyTo - energyFrom, flagsOf(part));
    thread.at = to;
    thread.energy = energyTo;
  }
  return numbers;
}

function unpackParts(numbers: readonly number[], thread: Thread): readonly SessionPart[] {
  const parts: SessionPart[] = [];
  for (let first = 0; first < numbers.length; first += NUMBERS_OF_PART) {
    const [gap = 0, length = 0, quantity = 0, energyGap = 0, energy = 0, flags = 0] = numbers.slice(
      first,
      first + NUMBERS_OF_PART,
    );
    const from = thread.at + gap;
    const energyFrom = thread.energy + energyGap;
    thread.at = from + length;
    thread.energy = energyFrom + energy;
    parts.push({
      from: instant(from),
      to: instant(thread.at),
      quantity,
      energyFrom,
      energyTo: thread.energy,
      ...flagsSaid(flags),
    });
  }
  return parts;
}

const GUESSED_FROM = 1;
const GUESSED_TO = 2;
const ASSUMED = 4;

type Flags = Pick<SessionPart, 'isGuessedFrom' | 'isGuessedTo' | 'isAssumed'>;

function flagsOf({ isGuessedFrom, isGuessedTo, isAssumed }: Flags): number {
  return (isGuessedFrom ? GUESSED_FROM : 0) + (isGuessedTo ? GUESSED_TO : 0) + (isAssumed ? ASSUMED : 0);
}

function flagsSaid(flags: number): Flags {
  return {
    isGuessedFrom: (flags & GUESSED_FROM) !== 0,
    isGuessedTo: (flags & GUESSED_TO) !== 0,
    isAssumed: (flags & ASSUMED) !== 0,
  };
}
