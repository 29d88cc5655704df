import { createSpotlight } from '@mantine/spotlight';

/** Whether the palette is open, known before it is drawn; and what opens and closes it. */
export const [paletteStore, palette] = createSpotlight();
