import { type Static, Type } from 'typebox';
import { OnNode } from './access-lists.ts';
import { needs, route } from './route.ts';
import { Done, Id, nullable, Time, words } from './schema.ts';
import { Tariff as TariffModel } from './tariff-model.ts';

export const VERSION_STATES = ['in-force', 'scheduled', 'replaced', 'withdrawn'] as const;

/** What a tariff was, is, or is to be, for sessions that start within a time. It never changes. */
export const TariffVersion = Type.Object({
  number: Type.Integer(),
  /** Counts for sessions that start from then on. */
  from: Time,
  state: words(VERSION_STATES),
  /** As drivers read it. */
  text: Type.String(),
  tariff: TariffModel,
  publishedAt: Time,
  publishedBy: Type.String(),
  note: Type.String(),
  withdrawnAt: nullable(Time),
});
export type TariffVersion = Static<typeof TariffVersion>;

export const TARIFF_STATES = ['draft', 'scheduled', 'in-force', 'removed'] as const;

export const Tariff = Type.Object({
  id: Type.Integer(),
  ...OnNode,
  name: Type.String(),
  /** What drivers read beside the price; frozen with each version. */
  text: Type.String(),
  state: words(TARIFF_STATES),
  /** What somebody works on; null where nothing differs from what is published. */
  draft: nullable(TariffModel),
  inForce: nullable(TariffVersion),
  /** The one that comes next. */
  scheduled: nullable(TariffVersion),
  /** How many rules let somebody pay by it. */
  ruleCount: Type.Integer(),
});
export type Tariff = Static<typeof Tariff>;

export const TariffDetail = Type.Object({ ...Tariff.properties, versions: Type.Array(TariffVersion) });
export type TariffDetail = Static<typeof TariffDetail>;

const TariffParams = Type.Object({ tariffId: Id });
const Name = Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' });
/** The tariff text of OCMF holds 250 characters (OCMF 1.4.1, TT). */
const Text = Type.String({ maxLength: 250 });

export const listTariffs = route({
  method: 'GET',
  path: '/tariffs',
  area: 'tariffs',
  access: needs('tariffs.read', 'somewhere'),
  module: 'tariffs',
  summary: 'All tariffs but the removed ones, with what is in force, what comes next, and drafts',
  query: Type.Object({ tenantId: Type.Optional(Id) }),
  response: Type.Object({ items: Type.Array(Tariff) }),
});

export const getTariff = route({
  method: 'GET',
  path: '/tariffs/{tariffId}',
  area: 'tariffs',
  access: needs('tariffs.read', 'tariff'),
  module: 'tariffs',
  summary: 'A tariff with all its versions, newest first; a removed one as well',
  params: TariffParams,
  response: TariffDetail,
});

export const addTariff = route({
  method: 'POST',
  path: '/tariffs',
  area: 'tariffs',
  access: needs('tariffs.write', 'somewhere'),
  module: 'tariffs',
  summary: 'Add a tariff as a draft; nobody pays by it before it is published and a rule names it',
  body: Type.Object({
    name: Name,
    text: Type.Optional(Text),
    draft: TariffModel,
    tenantId: Type.Optional(Id),
  }),
  response: TariffDetail,
  status: 201,
});

export const changeTariff = route({
  method: 'PATCH',
  path: '/tariffs/{tariffId}',
  area: 'tariffs',
  access: needs('tariffs.write', 'tariff'),
  module: 'tariffs',
  summary: 'Change name, text or draft; published versions stay as they are',
  params: TariffParams,
  body: Type.Object(
    {
      name: Type.Optional(Name),
      text: Type.Optional(Text),
      /** Null drops it. */
      draft: Type.Optional(nullable(TariffModel)),
    },
    { additionalProperties: false },
  ),
  response: TariffDetail,
});

export const removeTariff = route({
  method: 'DELETE',
  path: '/tariffs/{tariffId}',
  area: 'tariffs',
  access: needs('tariffs.write', 'tariff'),
  module: 'tariffs',
  summary: 'Remove a tariff that no rule names; its versions stay with the sessions that were priced by them',
  params: TariffParams,
  response: Done,
});

export const restoreTariff = route({
  method: 'POST',
  path: '/tariffs/{tariffId}/restore',
  area: 'tariffs',
  access: needs('tariffs.write', 'tariff'),
  module: 'tariffs',
  summary: 'Undo the removal of a tariff',
  params: TariffParams,
  response: TariffDetail,
});

export const publishTariff = route({
  method: 'POST',
  path: '/tariffs/{tariffId}/versions',
  area: 'tariffs',
  access: needs('tariffs.write', 'tariff'),
  module: 'tariffs',
  summary:
    'Publish the draft for sessions that start from a moment on; running ones keep their price. ' +
    'Without `from` it takes effect ten seconds later, so that it can be taken back',
  params: TariffParams,
  body: Type.Object({
    /** Publishes only if the draft is still this one. */
    draft: Type.Optional(TariffModel),
    from: Type.Optional(nullable(Time)),
    note: Type.Optional(Type.String({ maxLength: 500 })),
  }),
  response: TariffDetail,
  status: 201,
});

export const withdrawVersion = route({
  method: 'POST',
  path: '/tariffs/{tariffId}/versions/{number}/withdraw',
  area: 'tariffs',
  access: needs('tariffs.write', 'tariff'),
  module: 'tariffs',
  summary: 'Take back a version that has not taken effect; it becomes the draft again',
  params: Type.Object({ tariffId: Id, number: Id }),
  response: TariffDetail,
});
