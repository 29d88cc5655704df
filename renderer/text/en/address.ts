/** What to enter in a station. */
export const address = {
  make: 'Make of the station',
  otherMake: 'Another make',
  protection: 'Protection of the line',
  ws: 'ws:// (open)',
  wss: 'wss:// (TLS)',
  wssHint:
    'The station must know the site’s root certificate: download it in the settings and install it in the station first.',
  enter: 'Enter this as the address',
  mostly: 'Most stations: they add their identity by themselves',
  withIdentity: 'Stations that add nothing',
  withoutScheme: 'Stations that put the beginning before it themselves',
  identity: 'IDENTITY',
  host: 'Server or domain',
  port: 'Port',
  path: 'Path',
  qr: 'QR code of {{address}}',
  networks: 'Networks of this computer',
  stations_one: '{{count}} station comes here',
  stations_other: '{{count}} stations come here',
  hint: {
    added:
      'This make adds its identity by itself, as far as we know. If it does not get in, look at the door.',
    entered: 'Replace IDENTITY by the identity of the station.',
    parts: 'This make has a field for each part, as far as we know, and adds its identity by itself.',
    'without-scheme': 'This make puts ws:// before and its identity after it by itself, as far as we know.',
  },
  kind: {
    cable: 'cable',
    radio: 'Wi-Fi',
    virtual: 'only inside this computer',
    tunnel: 'tunnel (VPN)',
    loopback: 'only this computer',
    other: 'network',
  },
  origin: {
    fixed: 'This address is fixed. Stations will find it tomorrow, too.',
    dhcp: 'This address was lent by a router (DHCP) and may change. Let the router always give the same one to this computer, or set it by hand.',
    'self-assigned':
      'This computer gave itself this address because no router did. Stations will hardly find it: check the cable or set an address by hand.',
    loopback: 'Only this computer itself reaches this address. Stations need one of a network.',
    unknown:
      'Cannot tell whether this address is fixed. Make sure that it is: in the router, or in the network settings of this computer.',
  },
  changed_one:
    'Since {{time}} this computer has the address {{to}} instead of {{from}}. {{count}} station still has the old one: enter the new one there, or give the old one back to this computer.',
  changed_other:
    'Since {{time}} this computer has the address {{to}} instead of {{from}}. {{count}} stations still have the old one: enter the new one there, or give the old one back to this computer.',
};
