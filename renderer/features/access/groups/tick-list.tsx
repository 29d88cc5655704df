import { Checkbox } from '@mantine/core';
import classes from './tick-list.module.css';

interface TickItem {
  readonly key: string;
  readonly label: string;
  readonly under?: string;
}

interface TickListProps {
  readonly label: string;
  readonly items: readonly TickItem[];
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (ticked: ReadonlySet<string>) => void;
}

/** Several out of a list that scrolls by itself. */
export function TickList({ label, items, ticked, onTick }: TickListProps) {
  if (items.length === 0) return null;
  const toggle = (key: string, on: boolean) => {
    const next = new Set(ticked);
    if (on) next.add(key);
    else next.delete(key);
    onTick(next);
  };
  return (
    <fieldset className={classes.list}>
      <legend className="visually-hidden">{label}</legend>
      {items.map(({ key, label: text, under }) => (
        <Checkbox
          key={key}
          size="sm"
          label={text}
          description={under}
          checked={ticked.has(key)}
          onChange={(event) => toggle(key, event.currentTarget.checked)}
        />
      ))}
    </fieldset>
  );
}
