/** Remembers how to take back changes to maps, newest first. */
export class UndoLog {
  readonly #steps: (() => void)[] = [];

  set<K, V>(map: Map<K, V>, key: K, value: V): void {
    this.#rememberEntry(map, key);
    map.set(key, value);
  }

  delete<K, V>(map: Map<K, V>, key: K): void {
    this.#rememberEntry(map, key);
    map.delete(key);
  }

  remember(step: () => void): void {
    this.#steps.push(step);
  }

  run(): void {
    for (let step = this.#steps.pop(); step !== undefined; step = this.#steps.pop()) step();
  }

  #rememberEntry<K, V>(map: Map<K, V>, key: K): void {
    const had = map.has(key);
    const before = map.get(key) as V;
    this.#steps.push(() => {
      if (had) map.set(key, before);
      else map.delete(key);
    });
  }
}
