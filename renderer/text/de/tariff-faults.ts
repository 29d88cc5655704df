import type { SameKeys } from '../catalogue.ts';
import type { tariffFaults as en } from '../en/tariff-faults.ts';

export const tariffFaults = {
  checks: 'Prüfung',
  forbids: 'Muss berichtigt werden',
  warns: 'Kann so gemeint sein',
  noFault: {
    whole: 'Kann veröffentlicht werden: Jede Stunde hat einen Preis.',
    partly:
      'Kann veröffentlicht werden. Schraffierte Stunden haben höchstens Sonderpreise und kosten sonst nichts.',
    nothing: 'Kann veröffentlicht werden, aber nichts ist gemalt.',
  },
  wrongField: '„{{field}}“ ist nicht gespeichert: bitte berichtigen.',
  withoutTime:
    'Nach ihrer Baumusterprüfung darf die Uhr dieser Stationen nicht für Preise verwendet werden. Entfernen Sie, was sie braucht (Preise nach Uhrzeit oder Tag, Zeitpreise, Blockiergebühr), oder schalten Sie dort „Auch Zeit darf verkauft werden“ ein, wenn die Bescheinigung es erlaubt:',
  morePlaces_one: 'und {{count}} weitere',
  morePlaces_other: 'und {{count}} weitere',
  dimension: { energy: 'Energie', time: 'Ladezeit', parking: 'Standzeit', flat: 'den Start' },
  of: { energy: 'Energie', duration: 'Dauer', power: 'Leistung', current: 'Strom' },
  fault: {
    'no-elements': 'Er hat noch keinen Preis.',
    'no-components': 'Ein Preis fehlt.',
    'unknown-currency': 'Diese Währung gibt es nicht.',
    'other-currency':
      'Die anderen Tarife dieses Standorts sind in {{currency}}: Ein Standort hat Preise in einer Währung.',
    'unknown-zone': 'Die Zeitzone des Standorts gibt es nicht.',
    'negative-price': 'Ein Preis ist kleiner als null.',
    'impossible-tax': 'Dieser Steuersatz ist nicht möglich.',
    'several-taxes': 'Die Preise haben verschiedene Steuersätze.',
    'same-dimension-twice': 'An derselben Stelle stehen zwei Preise für {{dimension}}.',
    'step-size': 'Ein Preis wird in Blöcken abgerechnet; das geht hier nicht.',
    'empty-limit': 'Mindest- oder Höchstpreis ist eingeschaltet und sagt nichts.',
    'min-above-max': 'Der Mindestpreis liegt über dem Höchstpreis.',
    'gross-below-net': 'Eine Grenze ist brutto kleiner als netto.',
    'empty-window': 'Eine Zeit endet, wo sie beginnt.',
    'empty-days': 'Ein Preis gilt an keinem Tag.',
    'empty-dates': 'Ein Preis endet, bevor er beginnt.',
    'empty-range': 'Ein Bereich für {{of}} endet, bevor er beginnt.',
    'assumed-to-fit':
      'Ein Preis gilt nur bei bestimmten Werten für {{of}}. Die sind während eines Ladevorgangs nicht bekannt: Er gilt, als passten sie immer, und spätere Preise für dasselbe gelten nie.',
    'holidays-without-land': 'Er spricht von Feiertagen, sagt aber nicht, welches Bundesland gilt.',
    'not-for-reservations': 'Eine Reservierung hat keinen Preis für {{dimension}}.',
    'unusual-price': 'Ein Preis für {{dimension}} ist ungewöhnlich hoch. Ist ein Komma verrutscht?',
    unreachable: 'Ein Preis für {{dimension}} gilt nie, weil immer ein anderer vorgeht.',
    gap: 'Kein Preis für {{dimension}}: Das wäre kostenlos.',
    'partly-free':
      'Für {{dimension}} gilt ein Preis nur in einem Zeitraum oder ab oder bis zu einer Menge oder Dauer: Alles andere wäre kostenlos.',
    overlap: 'Zwei Preise für {{dimension}} zur selben Zeit; der erste gilt.',
  },
} satisfies SameKeys<typeof en>;
