import { fieldOf, itemsOf, Misread, neededOf, type Place } from './json-place.ts';

/** Where tariffs stand in a document: one alone, a list of them, or either as the `data` of what a peer answers. */
export function tariffPlaces(document: Place): readonly Place[] {
  const content = isAnswer(document) ? neededOf(document, 'data') : document;
  if (!Array.isArray(content.value)) return [content];
  const items = itemsOf(content);
  if (items.length === 0) throw new Misread({ kind: 'empty-list', path: content.path });
  if (items.length > MOST_TARIFFS)
    throw new Misread({ kind: 'too-many', path: content.path, most: MOST_TARIFFS });
  return items;
}

/** Nobody picks from more, and answering takes its time. */
const MOST_TARIFFS = 100;

/** OCPI 2.2.1 §4.1.7: an answer has a `status_code`, and what was asked for as `data`. */
function isAnswer(document: Place): boolean {
  if (Array.isArray(document.value)) return false;
  return fieldOf(document, 'data') !== null || fieldOf(document, 'status_code') !== null;
}
