import { type Static, Type } from 'typebox';
import { needs, route } from './route.ts';
import { Done, Id, Time, words } from './schema.ts';
import { StationParams } from './stations.ts';

/** Media types of photos and documents, by their kind. */
export const DOCUMENT_TYPES = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
} as const;
const types = Object.values(DOCUMENT_TYPES);

export const StationDocument = Type.Object({
  id: Type.Integer(),
  stationId: Type.String(),
  name: Type.String(),
  /** What it is by its first bytes, whatever it was called. */
  kind: words(['pdf', 'jpeg', 'png', 'webp'] as const),
  bytes: Type.Integer(),
  /** Of what is in it, hexadecimal. */
  sha256: Type.String(),
  addedAt: Time,
  addedBy: Type.String(),
});
export type StationDocument = Static<typeof StationDocument>;

const DocumentParams = Type.Object({ documentId: Id });

export const listStationDocuments = route({
  method: 'GET',
  path: '/stations/{stationId}/documents',
  area: 'stations',
  access: needs('stations.read', 'station'),
  summary: 'Photos and documents that are kept with a station, newest first',
  params: StationParams,
  response: Type.Object({ items: Type.Array(StationDocument) }),
});

export const addStationDocument = route({
  method: 'POST',
  path: '/stations/{stationId}/documents',
  area: 'stations',
  access: needs('stations.manage', 'station'),
  summary: 'Keep a photo or a document with a station',
  params: StationParams,
  query: Type.Object({ name: Type.Optional(Type.String({ maxLength: 255 })) }),
  takes: { types, mostBytes: 20_000_000 },
  response: StationDocument,
  status: 201,
});

export const getStationDocumentFile = route({
  method: 'GET',
  path: '/station-documents/{documentId}/file',
  area: 'stations',
  access: needs('stations.read', 'document'),
  summary: 'A photo or a document of a station as a file',
  params: DocumentParams,
  query: Type.Object({
    shown: Type.Optional(words(['inline'] as const)),
  }),
  response: Type.Unsafe<string>(Type.String({ format: 'binary' })),
  alsoProduces: types,
});

export const removeStationDocument = route({
  method: 'DELETE',
  path: '/station-documents/{documentId}',
  area: 'stations',
  access: needs('stations.manage', 'document'),
  summary: 'Remove a photo or a document; it can be restored for 30 days',
  params: DocumentParams,
  response: Done,
});

export const restoreStationDocument = route({
  method: 'POST',
  path: '/station-documents/{documentId}/restore',
  area: 'stations',
  access: needs('stations.manage', 'document'),
  summary: 'Take back that a photo or a document was removed',
  params: DocumentParams,
  response: StationDocument,
});
