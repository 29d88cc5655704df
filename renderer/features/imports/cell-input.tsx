import { type KeyboardEvent, useRef, useState } from 'react';
import classes from './cell-input.module.css';

interface CellInputProps {
  readonly label: string;
  readonly value: string;
  /** The new text; null when it was left as it is. */
  readonly onEnd: (value: string | null) => void;
}

/** A cell that is being typed in: Enter and leaving it take what stands there, Esc does not. */
export function CellInput({ label, value, onEnd }: CellInputProps) {
  const [text, setText] = useState(value);
  // Leaving comes after Enter and Esc as well.
  const ended = useRef(false);
  const end = (next: string | null) => {
    if (ended.current) return;
    ended.current = true;
    onEnd(next === value ? null : next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') end(text);
    else if (event.key === 'Escape') end(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <input
      className={classes.input}
      aria-label={label}
      value={text}
      // biome-ignore lint/a11y/noAutofocus: somebody has just asked to type here
      autoFocus
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={() => end(text)}
      onClick={(event) => event.stopPropagation()}
    />
  );
}
