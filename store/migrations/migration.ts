/** One step of the database's shape. Once released it never changes: its checksum is kept in every database. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}
