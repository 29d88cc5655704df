import type { MeterKeys } from '#core/eichrecht/meter-keys.ts';
import { type GivenKey, keyNow } from '#core/eichrecht/pinned-key.ts';
import { connectorId } from '#core/shared/ids.ts';
import { type Instant, instant } from '#core/shared/units.ts';
import type { Station } from '#core/stations/station.ts';
import type { Application } from '../../application.ts';
import { judgeMeterKey, pinMeterKey } from '../../eichrecht/change-meter-keys.ts';
import { readPublicKey } from '../../eichrecht/read-public-key.ts';
import { ApiProblem } from '../problem.ts';
import type { SomeHandlers } from '../route-handlers.ts';
import { station } from '../stations/named-station.ts';
import { connectorKeysView } from './meter-key-view.ts';

export function meterKeyHandlers(
  app: Application,
): SomeHandlers<'listMeterKeys' | 'pinMeterKey' | 'judgeMeterKey'> {
  return {
    listMeterKeys: async ({ params }) => keysOf(app, station(app, params.stationId)),

    async pinMeterKey({ params, body, caller }) {
      const at = station(app, params.stationId);
      const place = { stationId: at.id, connectorId: connectorId(params.connectorId) };
      const known = app.desk.live.meterKeys.at(place.stationId, place.connectorId);
      const note = body.note?.trim() ?? '';
      if (keyNow(known.history) !== null && note === '')
        throw invalid('note', 'says why the key is another one');
      const since = sinceOf(body.since, app.clock.now());
      const given = { ...keyGiven(known, body.key), at: since, by: caller.name, note };
      await pinMeterKey(app, place, given);
      lookAgain();
      return keysOf(app, at);
    },

    async judgeMeterKey({ params, body, caller }) {
      const at = station(app, params.stationId);
      const place = { stationId: at.id, connectorId: connectorId(params.connectorId) };
      if (app.desk.live.meterKeys.at(place.stationId, place.connectorId).alarm === null)
        throw new ApiProblem('no-key-alarm');
      await judgeMeterKey(app, place, { by: caller.name, note: body.note.trim() });
      lookAgain();
      return keysOf(app, at);
    },
  };

  /** Sessions may have waited for this. */
  function lookAgain(): void {
    app.rating
      .lookAtHeld()
      .catch((error: unknown) => app.log.error({ err: error }, 'held prices not looked at'));
  }
}

/** All connectors that the station has, also those of which no key is known yet. */
function keysOf({ desk }: Application, { id }: Station) {
  const { live } = desk;
  const numbers = new Set([
    ...live.connectorsOf(id).map((connector) => connector.connectorId),
    ...live.meterKeys.of(id).map((keys) => keys.connectorId),
  ]);
  const sorted = [...numbers].filter((number) => number > 0).sort((a, b) => a - b);
  return { items: sorted.map((number) => connectorKeysView(live.meterKeys.at(id, number))) };
}

/** What a person typed, or, with null, what the station shows: that is taken over as if read at commissioning. */
function keyGiven(known: MeterKeys, text: string | null): Pick<GivenKey, 'key' | 'source'> {
  if (text === null) {
    if (known.shown === null) throw new ApiProblem('no-key-shown');
    return { key: known.shown.key, source: 'commissioning' };
  }
  const key = readPublicKey(text, null);
  if (key === null) throw new ApiProblem('meter-key-unreadable');
  return { key, source: 'nameplate' };
}

/** Nothing counts from a moment on that has not come. */
function sinceOf(text: string | undefined, now: Instant): Instant {
  if (text === undefined) return now;
  const since = instant(Date.parse(text));
  if (since > now) throw invalid('since', 'has not come yet');
  return since;
}

function invalid(field: string, message: string): ApiProblem {
  return new ApiProblem('invalid-request', { fields: [{ path: `body/${field}`, message }] });
}
