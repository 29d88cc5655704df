/** Stations of the demo site; their identities are those that the simulated site gives. */
export const DEMO_STATIONS = [
  'Tiefgarage 1',
  'Tiefgarage 2',
  'Tiefgarage 3',
  'Tiefgarage 4',
  'Hof Nord 1',
  'Hof Nord 2',
  'Hof Süd 1',
  'Hof Süd 2',
  'Besucher 1',
  'Besucher 2',
  'Lager 1',
  'Lager 2',
].map((name, index) => ({
  id: `DEMO-${String(index + 1).padStart(2, '0')}`,
  name,
  maxPowerW: 22_000,
}));

/** Stations whose meters sign what they measure, as visitors pay for it. */
export const DEMO_SIGNING: ReadonlySet<string> = new Set(['DEMO-09', 'DEMO-10']);

/** Nodes below the root, and who hangs on them. */
export const DEMO_TENANTS = ['Verwaltung', 'Fuhrpark'] as const;
/** User groups. */
export const DEMO_GROUPS = ['Belegschaft', 'Fuhrpark'] as const;
type Place = (typeof DEMO_TENANTS)[number];

/** Vehicles of the fleet; what a car takes is what its maker says. */
export const DEMO_VEHICLES = [
  {
    plate: 'S-LH 1014E',
    label: 'Transporter 14',
    make: 'Mercedes-Benz',
    model: 'eVito',
    batteryWh: 60_000,
    acPowerW: 11_000,
  },
  {
    plate: 'S-LH 1007E',
    label: 'Transporter 7',
    make: 'Ford',
    model: 'E-Transit',
    batteryWh: 68_000,
    acPowerW: 11_000,
  },
  {
    plate: 'S-LH 204E',
    label: 'Poolfahrzeug 1',
    make: 'Renault',
    model: 'Zoe',
    batteryWh: 52_000,
    acPowerW: 22_000,
  },
] as const;

interface DemoDriver {
  readonly uid: string;
  readonly name: string;
  readonly tenant: Place;
  readonly group: (typeof DEMO_GROUPS)[number];
  readonly costCentre: string;
  /** Which vehicle the card belongs to, by its label. */
  readonly vehicle: (typeof DEMO_VEHICLES)[number]['label'] | null;
}

/** Drivers, each with a card. */
export const DEMO_DRIVERS: readonly DemoDriver[] = [
  driver('04A2B81C5E7280', 'Anna Becker', 'Verwaltung', '4100', 'Poolfahrzeug 1'),
  driver('04C7E2931A6F81', 'Mehmet Yılmaz', 'Verwaltung', '4100'),
  driver('0491D5FA3B2C80', 'Sofia Brandt', 'Verwaltung', '4200'),
  driver('04E81F6BA05D84', 'Jonas Weiß', 'Verwaltung', '4200'),
  driver('046C3D9E81B782', 'Lena Hoffmann', 'Fuhrpark', '7010', 'Transporter 14'),
  driver('04B50A72C4E983', 'Piotr Nowak', 'Fuhrpark', '7010', 'Transporter 7'),
  driver('042F97D8136A85', 'Clara Vogel', 'Verwaltung', '4300'),
];

/** A card without a driver: whoever has it in hand. */
export const DEMO_SPARE_CARD = {
  uid: '04D3468BE5F186',
  holder: 'Hausmeisterei',
  label: 'Ersatzkarte',
} as const;

export const DEMO_CARD_NUMBERS: readonly string[] = [
  ...DEMO_DRIVERS.map(({ uid }) => uid),
  DEMO_SPARE_CARD.uid,
];

function driver(
  ...[uid, name, tenant, costCentre, vehicle = null]: readonly [
    uid: string,
    name: string,
    tenant: Place,
    costCentre: string,
    vehicle?: DemoDriver['vehicle'],
  ]
): DemoDriver {
  return {
    uid,
    name,
    tenant,
    group: tenant === 'Fuhrpark' ? 'Fuhrpark' : 'Belegschaft',
    costCentre,
    vehicle,
  };
}
