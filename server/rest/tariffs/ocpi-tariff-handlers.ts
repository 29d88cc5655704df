import type { OcpiNote as NoteView } from '#api/ocpi-tariffs.ts';
import { instant } from '#core/shared/units.ts';
import { faultLine } from '#core/tariffs/ocpi/fault-line.ts';
import { tariffPlaces } from '#core/tariffs/ocpi/find-tariffs.ts';
import {
  type OcpiFault,
  type Place,
  type ReadDocument,
  readDocument,
} from '#core/tariffs/ocpi/json-place.ts';
import { isAboutPrices, type OcpiNote } from '#core/tariffs/ocpi/ocpi-note.ts';
import { ocpiIdOf, type TakenTariff, type TakingSite, takeOverTariff } from '#core/tariffs/ocpi/take-over.ts';
import type { Application } from '../../application.ts';
import { inTurns } from '../../imports/in-turns.ts';
import { siteCurrencies } from '../../tariffs/site-currencies.ts';
import { isoTime } from '../iso-time.ts';
import { ApiProblem } from '../problem.ts';
import type { SomeHandlers } from '../route-handlers.ts';
import { tariffView } from './tariff-model.ts';

export function ocpiTariffHandlers(app: Application): SomeHandlers<'readOcpiTariffs'> {
  const { live } = app.desk;

  return {
    async readOcpiTariffs({ body }) {
      const places = readDocument(body, tariffPlaces);
      if (places.kind === 'wrong') throw unreadable(places.fault);
      const site = {
        language: live.site.language,
        currency: siteCurrencies(live, { now: app.clock.now() })[0] ?? null,
      };
      const outcomes = await inTurns(takingOver(places.content, site));
      const items = outcomes.flatMap(({ place: { path }, outcome }) => {
        if (outcome.kind === 'wrong') return [];
        const { id, text, tariff, notes } = outcome.content;
        return { ocpiId: id, path, text, draft: tariffView(tariff), notes: notes.map(noteView) };
      });
      const wrong = outcomes.flatMap(({ place, outcome }) =>
        outcome.kind === 'wrong' ? { ocpiId: ocpiIdOf(place), fault: outcome.fault } : [],
      );
      const [first] = wrong;
      if (items.length === 0 && first !== undefined) throw unreadable(first.fault);
      return { items, unreadable: wrong };
    },
  };
}

interface Outcome {
  readonly place: Place;
  readonly outcome: ReadDocument<TakenTariff>;
}

/** One after the other: a hundred large ones take longer than a station may wait. */
function* takingOver(places: readonly Place[], site: TakingSite): Generator<undefined, readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const place of places) {
    outcomes.push({ place, outcome: takeOverTariff(place, site) });
    yield;
  }
  return outcomes;
}

function unreadable(fault: OcpiFault): ApiProblem {
  return new ApiProblem('ocpi-unreadable', { detail: faultLine(fault), ocpi: fault });
}

function noteView({ kind, at, value }: OcpiNote): NoteView {
  const isMoment = (kind === 'starts' || kind === 'ends') && value !== null;
  return {
    kind,
    weight: isAboutPrices(kind) ? 'price' : 'aside',
    ...at,
    value: isMoment ? isoTime(instant(Number(value))) : value,
  };
}
