/** What a list of this page needs: which row is open, and what opening one does. */
export interface Walk {
  readonly opened: string | undefined;
  readonly onSelect: (what: string) => void;
  readonly onOpen: (what: string) => void;
}
