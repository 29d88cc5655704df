import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useWindowState } from '../lib/window-state.ts';
import { Gate } from './gate.tsx';
import { createQueryClient } from './query-client.ts';
import { theme } from './theme.ts';

const client = createQueryClient();

/** Everything that every page needs around it. */
export function App() {
  const density = useWindowState((state) => state.density);
  useEffect(() => {
    document.documentElement.dataset.density = density;
  }, [density]);
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <QueryClientProvider client={client}>
        <Gate />
      </QueryClientProvider>
    </MantineProvider>
  );
}
