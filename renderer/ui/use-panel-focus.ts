import { useState } from 'react';

/** One wish to work in the panel of one thing; a new object for every time it is wished. */
export interface FocusWish {
  readonly id: string;
}

/** Enter in a list moves the focus into the panel, once. Walking the rows with the panel open leaves it in the list. */
export function usePanelFocus() {
  const [wish, setWish] = useState<FocusWish>();
  return {
    enter: (id: string | number) => setWish({ id: String(id) }),
    stay: () => setWish(undefined),
    wishFor: (id: string | number) => (wish?.id === String(id) ? wish : undefined),
  };
}
