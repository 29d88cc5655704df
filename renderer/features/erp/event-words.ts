import type { Delivery } from '#api/webhooks.ts';
import { MISSING } from '../../text/i18n.ts';
import type { Translate } from '../../text/use-text.ts';

/** A kind of event by the sentence of the logbook, with dots where its facts stand. */
export function eventWords(kind: Delivery['kind'], t: Translate): string {
  switch (kind) {
    // The sentences of these are made of facts alone, or there is none.
    case 'test':
    case 'note':
    case 'configuration-changed':
    case 'command-ended':
      return t(`webhooks.named.${kind}`);
    default:
      return t(`logLines.${kind}`)
        .replaceAll(MISSING, '…')
        .replaceAll(/\s*\(…\)/g, '')
        .replaceAll(/…(?:[\s.,:]*…)+/g, '…')
        .replace(/\.$/, '');
  }
}
