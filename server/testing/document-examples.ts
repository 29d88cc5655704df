import type { TestSite } from './start-site.ts';

/** The shortest thing that a PDF begins with. */
export const PDF = '%PDF-1.7\n%%EOF\n';

/** Documents of a station, and where each of their routes is asked. */
export async function furnishDocuments(site: TestSite) {
  const add = async (name: string, text: string): Promise<number> => {
    const sent = { text, headers: { 'content-type': 'application/pdf' } };
    const path = `/api/v1/stations/HOF%201/documents?name=${encodeURIComponent(name)}`;
    return (await site.api.send('POST', path, sent)).json.id;
  };
  const kept = await add('Prüfprotokoll.pdf', PDF);
  const old = await add('Alter Plan.pdf', `${PDF}old\n`);
  await site.api.delete(`/station-documents/${old}`);
  return {
    listStationDocuments: ['/stations/HOF%201/documents'],
    addStationDocument: ['/stations/HOF%201/documents?name=Schaltplan.pdf', PDF, 'application/pdf'],
    getStationDocumentFile: [`/station-documents/${kept}/file`],
    removeStationDocument: [`/station-documents/${kept}`],
    restoreStationDocument: [`/station-documents/${old}/restore`],
  } as const;
}
