import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { openLiveStream } from './live-events.ts';
import { useLiveState } from './live-state.ts';

/** Keeps the live stream open as long as the house is shown. */
export function useLiveStream(): void {
  const client = useQueryClient();
  const onConnection = useLiveState((state) => state.setConnected);
  useEffect(() => {
    const stream = openLiveStream({ client, onConnection });
    return () => stream.close();
  }, [client, onConnection]);
}
