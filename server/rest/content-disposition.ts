/**
 * Whether a file is saved or shown, and under which name (RFC 6266 §4). A name that is not plain ASCII goes twice: as
 * every program reads it, and as it is (RFC 8187 §3.2).
 */
export function contentDisposition(kind: 'attachment' | 'inline', name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^ !#-[\]-~]/gu, '_');
  if (plain === name) return `${kind}; filename="${name}"`;
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded(name)}`;
}

/** What `encodeURIComponent` leaves as it is and RFC 8187 does not: `'`, `(`, `)` and `*`. */
function encoded(name: string): string {
  const percent = (letter: string) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURIComponent(name).replace(/['()*]/g, percent);
}
