import { TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { type ReadDecimal, readDecimal, writeDecimal } from '../lib/decimal.ts';
import { useFormat } from '../lib/use-format.ts';
import { useText } from '../text/use-text.ts';
import { useWrongField } from './wrong-fields.ts';

/** Prices are in millionths of their currency. */
export const PRICE_DIGITS = 6;

/** More is not read at all. */
const MOST_WHOLE = 999_999_999;

interface DecimalFieldProps {
  readonly label: string;
  /** What the label alone does not say: of which of several things it is. */
  readonly of?: string;
  readonly description?: string;
  /** In its smallest parts, such as millionths; null where nothing is typed. */
  readonly value: number | null;
  /** How many decimals the smallest part makes. */
  readonly digits: number;
  /** Decimals that are written in any case. */
  readonly least?: number;
  readonly most?: number;
  readonly unit: string;
  readonly required?: boolean;
  readonly className?: string | undefined;
  readonly onChange: (value: number | null) => void;
}

/** A number with decimals, typed as the site's region writes it. What is no number is not passed on. */
export function DecimalField(props: DecimalFieldProps) {
  const {
    value,
    digits,
    least = 2,
    most = Number.MAX_SAFE_INTEGER,
    unit,
    required = false,
    onChange,
  } = props;
  const { t } = useText();
  const { decimalSign: sign, number } = useFormat();
  const written = value === null ? '' : writeDecimal(value, { sign, digits, least });
  const [typed, setTyped] = useState<string | null>(null);
  // What is being typed stays as it is; what was changed elsewhere, by Undo for one, is shown.
  const read = typed === null ? null : readTyped(typed);
  const isWrong = read !== null && read.kind !== 'number' && read.kind !== 'nothing';
  const text = typed !== null && (isWrong || meantBy(read) === value) ? typed : written;
  const wrong = isWrong
    ? t(`tariffs.wrongNumber.${read.kind === 'too-precise' && digits === 0 ? 'whole' : read.kind}`, {
        example: digits === 0 ? number(12) : number(0.49, 2),
        digits,
        most: `${writeDecimal(Math.min(most, MOST_WHOLE * 10 ** digits), { sign, digits, least: 0 })}\u00a0${unit}`,
      })
    : null;
  const input = useRef<HTMLInputElement>(null);
  // A form that holds what is no number is not sent with the number before it.
  useEffect(() => input.current?.setCustomValidity(wrong ?? ''), [wrong]);
  const { label, of } = props;
  useWrongField({ label: of === undefined ? label : `${of}: ${label}`, isWrong, input });

  function readTyped(next: string): ReadField {
    if (next.trim() === '') return { kind: required ? 'missing' : 'nothing' };
    const found = readDecimal(next, { sign, digits });
    return found.kind === 'number' && found.value > most ? { kind: 'too-large' } : found;
  }
  return (
    <TextInput
      label={label}
      {...(props.description !== undefined && { description: props.description })}
      {...(props.className !== undefined && { className: props.className })}
      inputMode="decimal"
      autoComplete="off"
      maxLength={17}
      value={text}
      ref={input}
      error={wrong}
      rightSection={<span aria-hidden>{unit}</span>}
      rightSectionWidth={`${unit.length * 0.55 + 1}rem`}
      onChange={(event) => {
        const next = event.currentTarget.value;
        setTyped(next);
        const found = meantBy(readTyped(next));
        if (found !== undefined && found !== value) onChange(found);
      }}
      onBlur={() => {
        if (!isWrong) setTyped(null);
      }}
    />
  );
}

type ReadField = ReadDecimal | { readonly kind: 'nothing' } | { readonly kind: 'missing' };

/** Null where nothing is typed, undefined where it is no number. */
function meantBy(read: ReadField | null): number | null | undefined {
  if (read?.kind === 'number') return read.value;
  return read?.kind === 'nothing' ? null : undefined;
}
