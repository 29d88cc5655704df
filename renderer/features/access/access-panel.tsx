import { CardPanel } from './cards/card-panel.tsx';
import { HoldPanel } from './cards/hold-panel.tsx';
import { NewCardPanel } from './cards/new-card-panel.tsx';
import { DriverPanel } from './drivers/driver-panel.tsx';
import { NewDriverPanel } from './drivers/new-driver-panel.tsx';
import { GroupPanel } from './groups/group-panel.tsx';
import { NewGroupPanel } from './groups/new-group-panel.tsx';
import { EditRulePanel, NewRulePanel } from './rules/rule-panel.tsx';
import type { ListWalk } from './use-list-walk.ts';
import { NewVehiclePanel } from './vehicles/new-vehicle-panel.tsx';
import { VehiclePanel } from './vehicles/vehicle-panel.tsx';

/** What stands beside the list: one thing, the form for a new one, or the cards that are being held to stations. */
export function AccessPanel({ walk }: { readonly walk: ListWalk }) {
  const { place, close } = walk;
  const { opened, search } = place;
  if (search.hold === true) return <HoldPanel onAdd={place.addCard} onShow={place.open} onClose={close} />;
  if (opened === undefined) return null;
  return opened === 'new' ? <NewPanel walk={walk} /> : <OpenPanel key={opened} walk={walk} id={opened} />;
}

function NewPanel({ walk: { place, close } }: { readonly walk: ListWalk }) {
  const props = { onAdded: place.open, onClose: close };
  const { uid = '' } = place.search;
  switch (place.tab) {
    case 'cards':
      return <NewCardPanel key={uid} uid={uid} {...props} />;
    case 'drivers':
      return <NewDriverPanel {...props} />;
    case 'vehicles':
      return <NewVehiclePanel {...props} />;
    case 'groups':
      return <NewGroupPanel {...props} />;
    case 'rules':
      return <NewRulePanel {...props} />;
  }
}

interface OpenPanelProps {
  readonly walk: ListWalk;
  readonly id: number;
}

function OpenPanel({ walk: { place, wishFor, close }, id }: OpenPanelProps) {
  const props = { focusOn: wishFor(id), onClose: close };
  switch (place.tab) {
    case 'cards':
      return <CardPanel cardId={id} {...props} />;
    case 'drivers':
      return <DriverPanel driverId={id} {...props} />;
    case 'vehicles':
      return <VehiclePanel vehicleId={id} {...props} />;
    case 'groups':
      return <GroupPanel groupId={id} {...props} />;
    case 'rules':
      return <EditRulePanel ruleId={id} {...props} />;
  }
}
