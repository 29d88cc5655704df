/** The shape of a catalogue without its words: another language must have the same keys, no more and no fewer. */
export type SameKeys<Area> = {
  readonly [Key in keyof Area]: Area[Key] extends string ? string : SameKeys<Area[Key]>;
};
