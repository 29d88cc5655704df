/** What is paid for side by side: in each lane one component counts at a time. */
export const LANE = {
  energy: 0,
  time: 1,
  parking: 2,
  flat: 3,
  reservedTime: 4,
  reservedFlat: 5,
  expiredTime: 6,
  expiredFlat: 7,
} as const;
export type Lane = (typeof LANE)[keyof typeof LANE];

export const LANES: readonly Lane[] = Object.values(LANE);
