import { useQuery } from '@tanstack/react-query';
import { apiQuery } from '../../lib/api-query.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { WhyPanel } from '../../ui/why-panel.tsx';

interface AttentionWhyProps {
  readonly stationId: string;
  readonly connectorId: number | null;
}

/** Why, without leaving the overview: the telephone is ringing. */
export function AttentionWhy({ stationId, connectorId }: AttentionWhyProps) {
  const station = useQuery(apiQuery('getStation', { params: { stationId } }));
  if (station.error && station.data === undefined)
    return <ProblemNote error={station.error} onRetry={() => void station.refetch()} />;
  return station.data === undefined ? null : <WhyPanel station={station.data} connectorId={connectorId} />;
}
