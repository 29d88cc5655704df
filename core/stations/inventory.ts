/** What is written down about a station besides what it says of itself. */
export interface StationInventory {
  readonly location: string;
  /** Number of the SIM card, where the station is on a mobile network. */
  readonly sim: string;
  /** ISO dates, local, or empty. */
  readonly installedOn: string;
  readonly warrantyUntil: string;
  readonly components: readonly StationComponent[];
  /** Identity of the station that this one has taken the place of. */
  readonly replaces: string;
  readonly note: string;
}

export interface StationComponent {
  readonly name: string;
  readonly serialNumber: string;
  /** ISO date since when it is built in, or empty. */
  readonly since: string;
}

export const NO_INVENTORY: StationInventory = {
  location: '',
  sim: '',
  installedOn: '',
  warrantyUntil: '',
  components: [],
  replaces: '',
  note: '',
};
