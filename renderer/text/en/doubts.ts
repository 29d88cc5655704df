/** Why a session does not count yet, in words with its figures. */
export const doubts = {
  'no-stop': 'The station never reported the end. Last meter reading: {{lastRegisterWh}}.',
  silent: 'Nothing has been heard of this session for {{hours}} hours.',
  'meter-backwards': 'The meter ran backwards: {{startWh}} at the start, {{stopWh}} at the end.',
  'no-stop-register': 'The end came without a meter reading ({{sent}}); the last reading stands in for it.',
  'impossible-energy': 'More energy than possible: {{energyWh}} measured, at most {{mostWh}} in that time.',
  baseline:
    'The start reading looks wrong: {{energyWh}} by start and end, {{fromFirstSampleWh}} since the first reading.',
  'unit-mixed-up':
    'The station seems to mix up Wh and kWh: the meter says {{energyWh}}, its power adds up to {{fromPowerWh}}.',
  'stop-before-start': 'The end lies {{bySeconds}} before the start.',
  'impossible-time': 'The station sent a time that cannot be: {{stationTime}}.',
  'conflicting-stop': 'A second, different end was reported (meter {{registerWh}}). The first one stands.',
  'stop-after-decision':
    'An end with another figure (meter {{registerWh}}) came after {{by}} had decided on {{decidedWh}}. Decide again.',
  'inferred-stop': 'The end came with a foreign number ({{transactionId}}) and was matched to this session.',
  'register-gap': 'The meter starts at {{startWh}}, below the previous end at {{previousStopWh}}.',
  'impossible-connector': 'The station named connector {{connector}}, which cannot be.',
  'unreadable-message': 'A message could not be read in full: {{problem}}.',
  'refused-but-charged': 'The card was refused, but the station delivered {{energyWh}} all the same.',
};
