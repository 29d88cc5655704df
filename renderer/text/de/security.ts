import type { SameKeys } from '../catalogue.ts';
import type { security as en } from '../en/security.ts';

export const security = {
  state: {
    set: 'wird ab jetzt verlangt',
    asked: 'die Station soll dorthin wechseln',
    accepted: 'die Station ist einverstanden und startet neu',
    'in-force': 'die Station hat sich damit verbunden',
    'with-new-key': 'die Station hat sich mit dem neuen Schlüssel verbunden',
    refused: 'die Station hat abgelehnt',
    'no-answer': 'keine Antwort; beides gilt, bis sie kommt',
  },
  keyState: {
    asked: 'an die Station gesendet',
    accepted: 'angenommen; der alte gilt nicht mehr',
    waiting: 'angenommen; er gilt ab dem nächsten Profil',
    refused: 'abgelehnt; der alte bleibt',
    'no-answer': 'keine Antwort; beide gelten, bis einer bewiesen ist',
  },
  requestState: {
    right: 'es wird ausgestellt',
    unreadable: 'abgelehnt, die Anforderung ist nicht lesbar',
    'wrong-signature': 'abgelehnt, nicht mit dem eigenen Schlüssel unterschrieben',
    'weak-key': 'abgelehnt, der Schlüssel ist zu schwach oder von unbekannter Art',
    'wrong-name': 'abgelehnt, nennt eine andere Seriennummer',
    'wrong-organisation': 'abgelehnt, nennt eine andere Organisation',
    'too-many': 'abgelehnt, fragt zu oft',
  },
} satisfies SameKeys<typeof en>;
