import { createContext, type RefObject, useContext, useEffect, useId, useMemo, useState } from 'react';

/** A field in which stands what cannot be read: what counts meanwhile is something older. */
export interface WrongField {
  readonly id: string;
  readonly label: string;
  /** Goes there. */
  readonly focus: () => void;
}

interface Reports {
  readonly note: (field: WrongField) => void;
  readonly forget: (id: string) => void;
}

const Listener = createContext<Reports>({ note: () => undefined, forget: () => undefined });

/** Around the fields of a form whose page wants to know of them. */
export const WrongFieldsOf = Listener.Provider;

/** The fields within `WrongFieldsOf` that hold what cannot be read, in the order in which they went wrong. */
export function useWrongFields(): { readonly fields: readonly WrongField[]; readonly reports: Reports } {
  const [fields, setFields] = useState<readonly WrongField[]>([]);
  const reports = useMemo<Reports>(() => {
    const without = (known: readonly WrongField[], id: string) => known.filter((one) => one.id !== id);
    return {
      note: (field) => setFields((known) => [...without(known, field.id), field]),
      forget: (id) => setFields((known) => without(known, id)),
    };
  }, []);
  return { fields, reports };
}

interface Report {
  readonly label: string;
  readonly isWrong: boolean;
  readonly input: RefObject<HTMLElement | null>;
}

/** Tells the page around a field whether it holds what cannot be read. */
export function useWrongField({ label, isWrong, input }: Report): void {
  const id = useId();
  const { note, forget } = useContext(Listener);
  useEffect(() => {
    if (!isWrong) return;
    note({ id, label, focus: () => input.current?.focus() });
    return () => forget(id);
  }, [id, label, isWrong, input, note, forget]);
}
