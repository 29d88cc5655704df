/** Things by a key that several may share: as they lie below, changed and added to by what was put on top. */
export interface Layered<Key, Thing> {
  all(key: Key): readonly Thing[];
  /** Puts a thing in the place of the one with its number; the layer below stays as it is. */
  put(thing: Thing): void;
}

/** `keyOf` is null for what is not to be found any longer. */
export function layered<Key, Thing extends { readonly id: unknown }>(
  below: (key: Key) => readonly Thing[],
  keyOf: (thing: Thing) => Key | null,
): Layered<Key, Thing> {
  const latest = new Map<Thing['id'], Thing>();
  const ids = new Map<Key, Set<Thing['id']>>();
  return {
    all(key) {
      const known = below(key);
      const more = ids.get(key);
      if (latest.size === 0 || (known.length === 0 && more === undefined)) return known;
      const found = new Map(known.map((thing) => [thing.id, latest.get(thing.id) ?? thing]));
      for (const id of more ?? []) {
        const thing = latest.get(id);
        if (thing !== undefined) found.set(id, thing);
      }
      return [...found.values()].filter((thing) => !latest.has(thing.id) || keyOf(thing) === key);
    },
    put(thing) {
      latest.set(thing.id, thing);
      const key = keyOf(thing);
      if (key === null) return;
      const known = ids.get(key);
      if (known === undefined) ids.set(key, new Set([thing.id]));
      else known.add(thing.id);
    },
  };
}
