import { type Static, Type } from 'typebox';
import { CONFIGURATION_ANSWERS } from './configuration.ts';
import { needs, route } from './route.ts';
import { Done, Id, nullable, Time, words } from './schema.ts';

const TemplateEntry = Type.Object({
  key: Type.String({ minLength: 1, maxLength: 50, pattern: '^\\S+$' }),
  value: Type.String({ maxLength: 500 }),
});
const Name = Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' });
const Make = nullable(Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' }));
const Entries = Type.Array(TemplateEntry, { maxItems: 200 });
const TemplateParams = Type.Object({ templateId: Id });

export const Template = Type.Object({
  id: Type.Integer(),
  name: Type.String(),
  /** Whose stations it is meant for; null means any. */
  vendor: nullable(Type.String()),
  model: nullable(Type.String()),
  entries: Type.Array(TemplateEntry),
  changedAt: Time,
  changedBy: Type.String(),
  /** Stations that it was applied to, and those of them that have something otherwise by now. */
  applied: Type.Integer(),
  drifted: Type.Integer(),
});
export type Template = Static<typeof Template>;

export const DIFFERENCE_STATES = ['same', 'different', 'read-only', 'unknown-key', 'not-read'] as const;

export const Comparison = Type.Object({
  stationId: Type.String(),
  stationName: Type.String(),
  connected: Type.Boolean(),
  /** Whether the template is meant for stations of this make. */
  fits: Type.Boolean(),
  /** Whether it is the template last applied here. */
  applied: Type.Boolean(),
  /** Being sent right now. */
  running: Type.Boolean(),
  readAt: nullable(Time),
  differences: Type.Array(
    Type.Object({
      key: Type.String(),
      wanted: Type.String(),
      present: nullable(Type.String()),
      state: words(DIFFERENCE_STATES),
      /** Why it is not sent to this station: the kind of problem and its limit, as of a single change. */
      problem: nullable(Type.String()),
      /** What became of the key when the template was last applied. */
      lastAnswer: nullable(words(CONFIGURATION_ANSWERS)),
    }),
  ),
});
export type Comparison = Static<typeof Comparison>;

export const listTemplates = route({
  method: 'GET',
  path: '/configuration-templates',
  area: 'stations',
  access: needs('stations.read', 'somewhere'),
  summary: 'Templates for the configuration of stations',
  response: Type.Object({ items: Type.Array(Template) }),
});

export const addTemplate = route({
  method: 'POST',
  path: '/configuration-templates',
  area: 'stations',
  access: needs('stations.manage', 'root'),
  summary: 'Make a template, of given settings or of what a station has',
  body: Type.Object({
    name: Name,
    vendor: Type.Optional(Make),
    model: Type.Optional(Make),
    entries: Type.Optional(Entries),
    /** Takes over everything of this station that can be written and is no secret. */
    fromStation: Type.Optional(Type.String({ minLength: 1, maxLength: 255 })),
  }),
  response: Template,
  status: 201,
});

export const changeTemplate = route({
  method: 'PATCH',
  path: '/configuration-templates/{templateId}',
  area: 'stations',
  access: needs('stations.manage', 'root'),
  summary: 'Change a template; what is left out stays',
  params: TemplateParams,
  body: Type.Partial(Type.Object({ name: Name, vendor: Make, model: Make, entries: Entries }), {
    additionalProperties: false,
  }),
  response: Template,
});

export const removeTemplate = route({
  method: 'DELETE',
  path: '/configuration-templates/{templateId}',
  area: 'stations',
  access: needs('stations.manage', 'root'),
  summary: 'Remove a template; stations keep what they have',
  params: TemplateParams,
  response: Done,
});

export const compareTemplate = route({
  method: 'GET',
  path: '/configuration-templates/{templateId}/comparison',
  area: 'stations',
  access: needs('stations.manage', 'somewhere'),
  summary: 'What differs from the template, at one station or at all that it is meant for',
  params: TemplateParams,
  query: Type.Object({ stationId: Type.Optional(Type.String({ maxLength: 255 })) }),
  response: Type.Object({ items: Type.Array(Comparison) }),
});

export const applyTemplate = route({
  method: 'POST',
  path: '/configuration-templates/{templateId}/apply',
  area: 'stations',
  access: needs('stations.manage', 'somewhere'),
  summary: 'Send to stations what differs, key by key; follow it in the comparison',
  params: TemplateParams,
  body: Type.Object({
    stationIds: Type.Array(Type.String({ minLength: 1, maxLength: 255 }), { minItems: 1, maxItems: 2_000 }),
  }),
  response: Type.Object({
    items: Type.Array(
      Type.Object({
        stationId: Type.String(),
        outcome: Type.Enum(['started', 'not-connected', 'busy'] as const),
      }),
    ),
  }),
  status: 202,
});
