import { expect, test } from 'vitest';
import { safeFileName } from './safe-file-name.ts';

test.each([
  ['Zählerplatz Süd (2).jpg', 'Zählerplatz Süd (2).jpg'],
  // As a Mac writes it.
  ['Za\u0308hler.pdf', 'Zähler.pdf'],
  ['Ładowarka №1 充电桩.png', 'Ładowarka _1 充电桩.png'],
  ['../../etc/passwd', '_.._etc_passwd'],
  ['C:\\fotos\\a"b.jpg', 'C__fotos_a_b.jpg'],
  ['a\r\nset-cookie: x.pdf', 'a__set-cookie_ x.pdf'],
  // Reversed, it would read as if it ended in jpg.
  ['photo\u202egpj.exe', 'photo_gpj.exe'],
  ['half \ud83d.png', 'half _.png'],
  ['.profile. ', 'profile'],
  ['...', ''],
])('%j is called %j', (sent, safe) => {
  expect(safeFileName(sent)).toBe(safe);
});

test('of a name that is too long the end stays, letter by letter', () => {
  expect(safeFileName(`${'𝒳'.repeat(200)}.pdf`)).toBe(`${'𝒳'.repeat(116)}.pdf`);
});
