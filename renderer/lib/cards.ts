import type { Card } from '#api/access.ts';

/** Whether a card may charge at a moment (ms since 1970), and why not. */
export function cardState({ blockedAt, expiresAt }: Card, now: number): 'valid' | 'blocked' | 'expired' {
  if (blockedAt !== null) return 'blocked';
  return expiresAt !== null && Date.parse(expiresAt) <= now ? 'expired' : 'valid';
}

/** Cards found by every word of a search. */
export function matchCards(cards: readonly Card[], text: string): readonly Card[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return cards.filter((card) => {
    const all = `${card.holder} ${card.label} ${card.uid}`.toLowerCase();
    return words.every((word) => all.includes(word));
  });
}
