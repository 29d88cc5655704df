import { AccessFrame } from './access-frame.tsx';
import { AccessPanel } from './access-panel.tsx';
import { CardsTab } from './cards/cards-tab.tsx';
import { DriversTab } from './drivers/drivers-tab.tsx';
import { GroupsTab } from './groups/groups-tab.tsx';
import { RulesTab } from './rules/rules-tab.tsx';
import { type ListWalk, useListWalk } from './use-list-walk.ts';
import { VehiclesTab } from './vehicles/vehicles-tab.tsx';

/** Who may charge where and when: cards, drivers, vehicles, their groups, and the rules. */
export function AccessPage() {
  const walk = useListWalk();
  const { opened, search } = walk.place;
  const isOpen = search.hold === true || opened !== undefined;
  return (
    <AccessFrame panel={isOpen ? <AccessPanel walk={walk} /> : null}>
      <List walk={walk} />
    </AccessFrame>
  );
}

function List({ walk }: { readonly walk: ListWalk }) {
  switch (walk.place.tab) {
    case 'cards':
      return <CardsTab walk={walk} />;
    case 'drivers':
      return <DriversTab walk={walk} />;
    case 'vehicles':
      return <VehiclesTab walk={walk} />;
    case 'groups':
      return <GroupsTab walk={walk} />;
    case 'rules':
      return <RulesTab walk={walk} />;
  }
}
