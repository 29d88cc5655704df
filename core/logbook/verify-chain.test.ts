import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sealText } from './seal-text.ts';
import { checkEntries, type FoundEntry, UNCHECKED } from './verify-chain.ts';

/** Stands in for SHA-256, which the core does not have: long enough not to meet itself by chance. */
function hash(text: string): string {
  let [high, low] = [0x811c9dc5, 0x01000193];
  for (const char of text) {
    high = Math.imul(high ^ char.charCodeAt(0), 0x01000193);
    low = Math.imul(low ^ high, 0x85ebca6b) + char.charCodeAt(0);
  }
  return `${high >>> 0}.${low >>> 0}`;
}

const entry = fc.record({
  at: fc.nat(),
  kind: fc.constantFrom('note', 'card-added'),
  level: fc.constantFrom('info', 'fault'),
  tenantId: fc.integer({ min: 1, max: 9 }),
  stationId: fc.option(fc.string()),
  connectorId: fc.option(fc.nat(9)),
  sessionId: fc.option(fc.nat()),
  actor: fc.option(fc.string()),
  facts: fc.json(),
  changed: fc.constant('[]'),
});

const chain = fc
  .tuple(fc.nat(3), fc.array(entry, { minLength: 3, maxLength: 20 }))
  .map(([unsealed, entries]): FoundEntry[] => {
    let previous: string | null = null;
    return entries.map((one, index) => {
      if (index < unsealed) return { ...one, id: index + 1, hash: null };
      previous = hash(sealText(previous, one));
      return { ...one, id: index + 1, hash: previous };
    });
  });

test('a chain that nobody touched is sound, however it is cut into pages', () => {
  fc.assert(
    fc.property(chain, fc.integer({ min: 1, max: 7 }), (entries, size) => {
      let check = UNCHECKED;
      for (let from = 0; from < entries.length; from += size)
        check = checkEntries(check, entries.slice(from, from + size), hash);
      expect(check.broken).toBeNull();
      expect(check.sound).toBe(entries.filter((one) => one.hash !== null).length);
    }),
  );
});

test('an edit of any field is found at the very entry', () => {
  fc.assert(
    fc.property(
      chain,
      fc.nat(),
      fc.constantFrom('at', 'kind', 'actor', 'facts', 'changed', 'tenantId', 'hash'),
      (entries, pick, field) => {
        const sealed = entries.filter((one) => one.hash !== null);
        fc.pre(sealed.length > 0);
        const victim = sealed[pick % sealed.length];
        const forged = entries.map((one) => (one === victim ? { ...one, [field]: `${one[field]} ` } : one));
        expect(checkEntries(UNCHECKED, forged, hash).broken).toEqual({ id: victim?.id, kind: 'altered' });
      },
    ),
  );
});

test('an entry that is gone, moved, or has lost its hash is found', () => {
  fc.assert(
    fc.property(chain, fc.nat(), (entries, pick) => {
      const first = entries.findIndex((one) => one.hash !== null);
      fc.pre(first >= 0 && entries.length - first > 2);
      // Not the last: what is cut off at the end is found by what is kept of the end.
      const index = first + (pick % (entries.length - first - 1));
      const victim = entries[index];
      expect(checkEntries(UNCHECKED, entries.toSpliced(index, 1), hash).broken).not.toBeNull();
      const moved = entries.toSpliced(index, 1).map((one, place) => ({ ...one, id: place + 1 }));
      expect(checkEntries(UNCHECKED, moved, hash).broken).not.toBeNull();
      const bare = entries.map((one) => (one === victim && index > first ? { ...one, hash: null } : one));
      if (index > first)
        expect(checkEntries(UNCHECKED, bare, hash).broken).toEqual({ id: victim?.id, kind: 'unsealed' });
    }),
  );
});
