/** Where a technician puts stations into service. */
export const commissioning = {
  title: 'Commissioning',
  tab: { connect: 'Connect', messages: 'Messages' },
  doorTitle: 'At the door',
  doorText: 'Everybody who opens the port for stations, from the first byte on, and how far they got.',
  doorEmpty: 'Listening. Nobody has come yet.',
  doorAll: 'All',
  doorProblems: 'Not let in',
  doorShow: 'Show',
  doorTotal_one: '{{count}} visit since the program started',
  doorTotal_other: '{{count}} visits since the program started',
  doorMore: 'Show all that are kept',
  times: '{{count}} times',
  path: 'asked for {{path}}',
  offers: 'offered {{protocols}}',
  withTls: 'with TLS',
  door: {
    admitted: 'Let in.',
    'fetched-file': 'Took the root certificate.',
    'said-nothing':
      'Opened the port and said nothing. The way here works; look at the address in the station, above all whether it begins with ws:// or wss://.',
    'gave-up': 'Began to connect and gave up half-way. Check cable, Wi-Fi or mobile signal at the station.',
    'tls-at-plain-port':
      'Speaks TLS at the port without TLS. Enter the address with ws://, or take the port for wss://.',
    'plain-at-tls-port':
      'Speaks without TLS at the port with TLS. Enter the address with wss://, or take the port for ws://.',
    'tls-too-old':
      'Offers only TLS older than 1.2, which protects nothing. Update its firmware, or connect it with ws://.',
    'certificate-not-trusted':
      'Hung up when it saw our certificate. Install the site’s root certificate in the station.',
    'tls-failed': 'Has no encryption in common with this program. Update its firmware.',
    'no-upgrade':
      'Came with an ordinary web request, as browsers and OCPP over SOAP do. Set the station to OCPP 1.6 J (JSON, WebSocket).',
    'no-http': 'Speaks another protocol altogether. Set the station to OCPP 1.6 J (JSON, WebSocket).',
    'path-without-id': 'Came without an identity. Add it to the address in the station, after /ocpp/.',
    'path-id-twice':
      'Adds its identity by itself, and now has two. Enter the address so that it ends in /ocpp/.',
    'oversized-frame':
      'Its first message was far too long, and the line was closed. Restart the station; if it stays so, tell the maker.',
  },
};
