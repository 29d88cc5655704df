import classes from './filter-chips.module.css';

export interface Chip<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly count?: number;
  /** Draws the eye while its count is above nothing. */
  readonly urgent?: boolean;
}

interface FilterChipsProps<Value extends string> {
  readonly label: string;
  readonly chips: readonly Chip<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** One choice out of a few, each with its number. */
export function FilterChips<Value extends string>({
  label,
  chips,
  value,
  onChange,
}: FilterChipsProps<Value>) {
  return (
    <fieldset className={classes.chips}>
      <legend className="visually-hidden">{label}</legend>
      {chips.map((chip) => (
        <button
          key={chip.value}
          type="button"
          className={classes.chip}
          aria-pressed={chip.value === value}
          data-urgent={chip.urgent === true && (chip.count ?? 0) > 0}
          onClick={() => onChange(chip.value)}
        >
          {chip.label}
          {chip.count === undefined ? null : <span className={classes.count}>{chip.count}</span>}
        </button>
      ))}
    </fieldset>
  );
}
