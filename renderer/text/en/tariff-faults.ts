/** What is wrong with a draft. */
export const tariffFaults = {
  checks: 'Check',
  forbids: 'Must be put right',
  warns: 'May be meant',
  noFault: {
    whole: 'Can be published: every hour has one price.',
    partly: 'Can be published. Hatched hours have special prices at most, and cost nothing else.',
    nothing: 'Can be published, but nothing is painted.',
  },
  wrongField: '“{{field}}” is not saved: please put it right.',
  withoutTime:
    'By their type approval the clock of these stations may not be used for prices. Take out what needs it (prices by the hour or day, prices for time, the blocking fee), or switch “Time may be sold as well” on there if the certificate says so:',
  morePlaces_one: 'and {{count}} more',
  morePlaces_other: 'and {{count}} more',
  dimension: { energy: 'energy', time: 'charging time', parking: 'standing time', flat: 'the start' },
  of: { energy: 'energy', duration: 'duration', power: 'power', current: 'current' },
  fault: {
    'no-elements': 'It has no prices at all.',
    'no-components': 'A price is missing.',
    'unknown-currency': 'This currency does not exist.',
    'other-currency':
      'The other tariffs of this site are in {{currency}}: a site has prices in one currency.',
    'unknown-zone': 'The time zone of the site does not exist.',
    'negative-price': 'A price is below nothing.',
    'impossible-tax': 'The tax is not possible.',
    'several-taxes': 'Prices have several rates of tax.',
    'same-dimension-twice': 'Two prices for {{dimension}} stand in the same place.',
    'step-size': 'A price is billed in blocks, which is not possible here.',
    'empty-limit': 'The minimum or maximum price is switched on and says nothing.',
    'min-above-max': 'The minimum price is above the maximum.',
    'gross-below-net': 'A limit with tax is below the one without.',
    'empty-window': 'A time ends where it begins.',
    'empty-days': 'A price counts on no day.',
    'empty-dates': 'A price ends before it begins.',
    'empty-range': 'A range of {{of}} ends before it begins.',
    'assumed-to-fit':
      'A price counts only at some {{of}}, which is not known during a session: it counts as if it always fitted, and later prices for the same thing never count.',
    'holidays-without-land': 'It speaks of public holidays, but not of which Land.',
    'not-for-reservations': 'A reservation has no price for {{dimension}}.',
    'unusual-price': 'A price for {{dimension}} is unusually high. Has a comma slipped?',
    unreachable: 'A price for {{dimension}} never counts, because another always comes first.',
    gap: 'No price for {{dimension}}: it would be free.',
    'partly-free':
      'A price for {{dimension}} counts only on some dates, or from or up to some energy or duration: everything else would be free.',
    overlap: 'Two prices for {{dimension}} at the same time; the first counts.',
  },
};
