const LONGEST = 120;

/**
 * A name that is safe in every folder, archive and header, and still reads as it was meant: letters of every language
 * stay. Empty where nothing is left of it. What is too long loses its beginning, because the end says what it is.
 */
export function safeFileName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}_.()+ -]/gu, '_')
    .replace(/[.\s]+$/, '');
  return [...plain]
    .slice(-LONGEST)
    .join('')
    .replace(/^[.\s]+/, '');
}
