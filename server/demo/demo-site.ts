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

export const DEMO_CARDS = [
  { uid: '04A2B81C5E7280', holder: 'Anna Becker', label: 'Poolfahrzeug 1' },
  { uid: '04C7E2931A6F81', holder: 'Mehmet Yılmaz', label: '' },
  { uid: '0491D5FA3B2C80', holder: 'Sofia Brandt', label: 'Privat' },
  { uid: '04E81F6BA05D84', holder: 'Jonas Weiß', label: '' },
  { uid: '046C3D9E81B782', holder: 'Lena Hoffmann', label: 'Transporter 14' },
  { uid: '04B50A72C4E983', holder: 'Piotr Nowak', label: 'Transporter 7' },
  { uid: '042F97D8136A85', holder: 'Clara Vogel', label: '' },
  { uid: '04D3468BE5F186', holder: 'Hausmeisterei', label: 'Ersatzkarte' },
] as const;
