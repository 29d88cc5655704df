import { useState } from 'react';

/** Fields of a form over what is known: only what was touched is sent, because what is left out stays. */
export function useTouched<Fields extends object>(known: Fields) {
  const [touched, setTouched] = useState<Partial<Fields>>({});
  return {
    fields: { ...known, ...touched },
    touched,
    isTouched: Object.keys(touched).length > 0,
    set: (changed: Partial<Fields>) => setTouched((before) => ({ ...before, ...changed })),
    clear: () => setTouched({}),
  };
}
