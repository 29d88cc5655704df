import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';

interface SearchFieldProps {
  /** Says what is found; label and placeholder in one. */
  readonly label: string;
  /** As it stands in the page's address. */
  readonly value: string;
  readonly className?: string | undefined;
  readonly onChange: (value: string) => void;
}

const TYPING_PAUSE_MS = 250;

/** A search that follows the typing after a short pause. */
export function SearchField({ label, value, className, onChange }: SearchFieldProps) {
  const [text, setText] = useState(value);
  const sent = useRef(value);
  // The address changes by other ways than this field: filters are cleared, links lead here.
  useEffect(() => {
    if (value === sent.current) return;
    sent.current = value;
    setText(value);
  }, [value]);
  const changeLater = useDebouncedCallback((typed: string) => {
    sent.current = typed;
    onChange(typed);
  }, TYPING_PAUSE_MS);
  return (
    <TextInput
      {...(className !== undefined && { className })}
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={16} aria-hidden />}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        changeLater(event.currentTarget.value);
      }}
    />
  );
}
