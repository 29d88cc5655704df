/** Where a window stands, in the screen's points. */
export interface WindowPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly isMaximized: boolean;
}

/** The part of a display that is free of task bars and docks. */
export interface WorkArea {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const MIN_SIZE = { width: 480, height: 480 } as const;
export const FIRST_SIZE = { width: 1280, height: 840 } as const;

/** A person must be able to grab the title bar: this much of its width has to be on a display. */
const GRIP_POINTS = 120;
const TITLE_BAR_POINTS = 32;

/**
 * The remembered place, made to fit the displays there are now. Null when it would be out of reach because its
 * display is gone: the window then opens in the middle of the main one.
 */
export function fitToDisplays(place: WindowPlace, workAreas: readonly WorkArea[]): WindowPlace | null {
  const area = workAreas.find((candidate) => canGrab(place, candidate));
  if (area === undefined) return null;
  return {
    ...place,
    width: clamp(place.width, MIN_SIZE.width, area.width),
    height: clamp(place.height, MIN_SIZE.height, area.height),
  };
}

/** A place that was read from a file, or null when the file holds something else. */
export function parseWindowPlace(value: unknown): WindowPlace | null {
  if (typeof value !== 'object' || value === null) return null;
  if (!('x' in value && 'y' in value && 'width' in value && 'height' in value && 'isMaximized' in value))
    return null;
  const { x, y, width, height, isMaximized } = value;
  if (!isPoint(x) || !isPoint(y) || !isPoint(width) || !isPoint(height)) return null;
  return typeof isMaximized === 'boolean' ? { x, y, width, height, isMaximized } : null;
}

function canGrab(place: WindowPlace, area: WorkArea): boolean {
  const visibleWidth = Math.min(place.x + place.width, area.x + area.width) - Math.max(place.x, area.x);
  const isTitleBarInside =
    place.y >= area.y - TITLE_BAR_POINTS / 2 && place.y + TITLE_BAR_POINTS <= area.y + area.height;
  return visibleWidth >= GRIP_POINTS && isTitleBarInside;
}

function isPoint(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

function clamp(value: number, lowest: number, highest: number): number {
  return Math.max(lowest, Math.min(value, highest));
}
