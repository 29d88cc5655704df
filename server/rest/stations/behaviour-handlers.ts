import type { BehaviourSwitch, StationBehaviour } from '#api/behaviour.ts';
import { ownBehaviourOf, type ResolvedSwitch, resolvedSwitches } from '#core/stations/behaviour.ts';
import type { Station } from '#core/stations/station.ts';
import {
  isSwitchName,
  isSwitchValue,
  STANDARD_BEHAVIOUR,
  SWITCHES,
  type SwitchKind,
  type SwitchName,
  type SwitchValue,
} from '#core/stations/switches.ts';
import type { Application } from '../../application.ts';
import { changeBehaviour, clearDeviations } from '../../stations/change-behaviour.ts';
import { ApiProblem } from '../problem.ts';
import type { SomeHandlers } from '../route-handlers.ts';
import { station } from './named-station.ts';
import { stationView } from './station-view.ts';

export function behaviourHandlers(
  app: Application,
): SomeHandlers<'getBehaviour' | 'changeBehaviour' | 'clearDeviations'> {
  return {
    getBehaviour: async ({ params }) => behaviourView(app, station(app, params.stationId)),

    async changeBehaviour({ params, body, caller }) {
      const { id } = station(app, params.stationId);
      const name = switchName(body.name);
      const value = body.value === null ? null : switchValue(name, body.value);
      await changeBehaviour(app, id, { name, value, by: caller.name });
      return behaviourView(app, station(app, id));
    },

    async clearDeviations({ params, caller }) {
      const { id } = station(app, params.stationId);
      await clearDeviations(app, id, caller.name);
      return stationView(app, station(app, id), caller);
    },
  };
}

function behaviourView({ desk }: Application, shown: Station): StationBehaviour {
  const switches = resolvedSwitches(shown.identity, ownBehaviourOf(shown), desk.live.passports);
  return { switches: switches.map(switchView) };
}

function switchView({ name, value, from, passport }: ResolvedSwitch): BehaviourSwitch {
  const known: SwitchKind = SWITCHES[name];
  return {
    name,
    kind: known.kind,
    unit: known.kind === 'number' || known.kind === 'numbers' ? known.unit : '',
    choices: known.kind === 'choice' ? [...known.choices] : [],
    least: known.kind === 'number' ? known.least : null,
    most: known.kind === 'number' ? known.most : null,
    value: plain(value),
    standard: plain(STANDARD_BEHAVIOUR[name]),
    from,
    passport:
      passport === null
        ? null
        : {
            make: passport.make,
            value: plain(passport.value),
            why: passport.why,
            source: passport.source,
          },
  };
}

function plain(value: SwitchValue): BehaviourSwitch['value'] {
  return typeof value === 'object' ? [...value] : value;
}

function switchName(name: string): SwitchName {
  if (isSwitchName(name)) return name;
  throw new ApiProblem('invalid-request', { fields: [{ path: 'body/name', message: 'is not a switch' }] });
}

function switchValue(name: SwitchName, value: unknown): SwitchValue {
  if (isSwitchValue(name, value)) return value;
  throw new ApiProblem('invalid-request', {
    fields: [{ path: 'body/value', message: `cannot stand so: ${name}` }],
  });
}
