/** Things that were read, by their number. */
export function byId<Id, Thing extends { readonly id: Id }>(things: readonly Thing[]): Map<Id, Thing> {
  return new Map(things.map((thing) => [thing.id, thing]));
}
