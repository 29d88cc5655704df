import { expect, test } from 'vitest';
import { stationId } from '../shared/ids.ts';
import { DAY, instant, later } from '../shared/units.ts';
import {
  documentName,
  hasRoomFor,
  isDocumentKept,
  kindByContent,
  MOST_DOCUMENT_BYTES,
  type StationDocument,
} from './station-document.ts';

const NOON = instant(Date.UTC(2026, 5, 1, 12));
const PHOTO: StationDocument = {
  id: 1,
  stationId: stationId('A'),
  name: 'photo.jpg',
  kind: 'jpeg',
  bytes: 1_000,
  sha256: 'aa',
  addedAt: NOON,
  addedBy: 'Anna',
  removedAt: null,
};

const bytesOf = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

test.each([
  ['\xff\xd8\xff\xe1', 'jpeg'],
  ['\x89PNG\r\n\x1a\n\0\0', 'png'],
  ['RIFF\x10\0\0\0WEBPVP8 ', 'webp'],
  ['%PDF-1.7\n', 'pdf'],
  ['RIFF\x10\0\0\0WAVEfmt ', null],
  ['<html><script>', null],
  ['<svg xmlns="http://www.w3.org/2000/svg">', null],
  ['GIF89a', null],
  ['PK\x03\x04', null],
  ['%PDF', null],
  ['', null],
])('what begins with %j is %s', (text, kind) => {
  expect(kindByContent(bytesOf(text))).toBe(kind);
});

test.each([
  ['Zähler.JPG', 'jpeg', 'Zähler.JPG'],
  ['Zähler.jpeg', 'jpeg', 'Zähler.jpeg'],
  ['page.html', 'png', 'page.html.png'],
  ['pdf', 'pdf', 'pdf.pdf'],
  ['Abnahme', 'pdf', 'Abnahme.pdf'],
  ['photo.jpg', 'webp', 'photo.jpg.webp'],
  ['  ', 'jpeg', 'document.jpg'],
] as const)('%j, which is a %s, is called %j', (name, kind, called) => {
  expect(documentName(name, kind)).toBe(called);
});

test('what was removed is kept for thirty days', () => {
  const removed = { ...PHOTO, removedAt: NOON };
  expect(isDocumentKept(PHOTO, later(NOON, 1_000 * DAY))).toBe(true);
  expect(isDocumentKept(removed, later(NOON, 30 * DAY - 1))).toBe(true);
  expect(isDocumentKept(removed, later(NOON, 30 * DAY))).toBe(false);
});

test('files fill two gigabytes and not a byte more; the same file twice counts once', () => {
  const large = { ...PHOTO, bytes: MOST_DOCUMENT_BYTES - 10 };
  const kept = [large, { ...large, id: 2 }];
  expect(hasRoomFor({ sha256: 'bb', bytes: 10 }, kept)).toBe(true);
  expect(hasRoomFor({ sha256: 'bb', bytes: 11 }, kept)).toBe(false);
  expect(hasRoomFor(large, kept)).toBe(true);
});
