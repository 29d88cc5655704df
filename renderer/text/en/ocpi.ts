/** Tariffs that come in from a file of another program. */
export const ocpi = {
  start: 'From a file (OCPI)',
  startText: 'Tariffs that another program has written out.',
  title: 'Tariff from a file',
  titleText: 'Nothing is stored before you add it, and nobody pays by it yet.',
  drop: 'Drop a file here',
  choose: 'Choose file',
  hint: 'Tariffs of OCPI 2.2.1 or 2.3.0 as JSON, at most {{megabytes}} MB',
  tooLarge: '“{{file}}” is larger than {{megabytes}} MB.',
  noJson: '“{{file}}” is no JSON, so it holds no OCPI tariffs.',
  found_one: 'One tariff in “{{file}}”.',
  found_other: '{{count}} tariffs in “{{file}}”.',
  pick: 'Which one?',
  named: 'Tariff {{id}}',
  unnamed: 'Tariff without an ID',
  id: 'called {{id}} in the file',
  costs: 'What it will cost',
  notes: 'What is different here',
  noNotes: 'Nothing is left out, and everything means the same here.',
  price: 'May change what is paid',
  aside: 'Changes no price',
  unreadable_one: 'One tariff of the file cannot be read:',
  unreadable_other: '{{count}} tariffs of the file cannot be read:',
  add: 'Add as a draft',
  element: 'element {{number}}',
  component: 'element {{number}}, {{dimension}}',
  blocks: '{{place}}: blocks of {{size}}',
  /** What stands in a component, as the place of a note. */
  dimension: { energy: 'energy', time: 'charging time', parking: 'standing time', flat: 'start fee' },
  note: {
    'step-size': 'Nothing is billed in blocks here: energy and time are paid exactly as they were used.',
    'net-rounding':
      'The prices are without tax. Here each line is rounded to cents, elsewhere often the total alone: that may make some cents.',
    'no-vat':
      'No rate of VAT is stated, so the price counts as free of VAT. Enter the rate in the editor if you owe it.',
    reservation: 'Prices of reservations are kept, but nothing is charged for a reservation here.',
    power:
      'Counts only at some power. How power changes during a session is not known here: the price counts as if it always fitted, and later prices for the same thing never count.',
    current:
      'Counts only at some current. How current changes during a session is not known here: the price counts as if it always fitted, and later prices for the same thing never count.',
    'last-minute':
      'Ends at 23:59, so it does not hold in the last minute of the day. If midnight is meant, set its end to 00:00 in the editor.',
    'unknown-restriction':
      'Left out, as it counts only under a condition that OCPI does not know: {{value}}. Enter what is meant in the editor.',
    'dimension-lost': 'No price is left for {{value}}: it would be free. Enter a price in the editor.',
    rounded: 'Has more decimals than are possible here, and is rounded: {{value}}',
    starts: 'Was to count from {{value}}. Here it counts from when you publish it.',
    ends: 'Was to count until {{value}}. Here it counts until you publish another version.',
    'other-currency':
      'Your other prices are in {{value}}. A site has prices in one currency, so this can be added, but not published.',
    'dimension-twice': 'A second price for the same thing in one element never counted, and is left out.',
    'not-for-reservations':
      'A price for energy or standing during a reservation never counted, and is left out.',
    profile: 'Is marked {{value}} in the file. Here rules say who pays by it.',
    'text-too-long': 'The text for drivers is longer than 250 characters and is left out: “{{value}}”',
    'other-languages': 'The text for drivers is there in other languages too ({{value}}). Here it has one.',
    'alt-url': 'The address of a page about the tariff is left out: {{value}}',
    'energy-mix': 'The statement where the electricity comes from is left out.',
    preauthorize: 'The amount to be reserved on a payment card is left out: {{value}}',
    'unknown-field': 'OCPI does not know this, and it is left out: {{value}}',
  },
  fault: {
    missing: '{{where}} is missing.',
    'not-a': '{{where}} should be {{wanted}}.',
    'unknown-word': '{{where}} says “{{word}}”, which OCPI does not know there.',
    'unknown-restriction':
      '{{where}} is a condition that OCPI does not know, and no price would be left without it.',
    'empty-list': '{{where}} holds nothing that could be paid for.',
    'too-many': '{{where}} has more than {{most}} entries.',
    'out-of-range': '{{where}} should be from {{from}} to {{to}}.',
  },
  wanted: {
    object: 'an object',
    list: 'a list',
    number: 'a number',
    text: 'a text',
    'time of day': 'a time such as 06:00',
    date: 'a day such as 2026-01-31',
    'date and time': 'a day and time such as 2026-01-31T06:00:00Z',
  },
  document: 'The file',
};
