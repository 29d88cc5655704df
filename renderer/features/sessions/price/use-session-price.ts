import { useQuery } from '@tanstack/react-query';
import { apiQuery } from '../../../lib/api-query.ts';
import { useModules } from '../../../lib/use-modules.ts';

/** What a session costs; never asked where tariffs are switched off. */
export function useSessionPrice(sessionId: number) {
  const isOn = useModules()('tariffs');
  return useQuery({ ...apiQuery('getSessionPrice', { params: { sessionId } }), enabled: isOn });
}
