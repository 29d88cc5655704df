import { useMantineColorScheme } from '@mantine/core';
import { useEffect } from 'react';
import { desktop } from '../lib/desktop.ts';
import { useTell } from '../lib/use-tell.ts';
import { useText } from '../text/use-text.ts';

/** In the desktop's window: menu and title bar speak and look like the page, and saved files are one click away. */
export function useDesktop(): void {
  const { t, language } = useText();
  const { colorScheme } = useMantineColorScheme();
  const tell = useTell();
  useEffect(() => {
    void desktop?.followPage({ language, appearance: colorScheme === 'auto' ? 'system' : colorScheme });
  }, [language, colorScheme]);
  useEffect(
    () =>
      desktop?.onFileSaved(({ id, fileName }) =>
        tell.done(t('shell.fileSaved', { file: fileName }), {
          action: { label: t('shell.showInFolder'), run: () => void desktop?.showSavedFile(id) },
        }),
      ),
    [t, tell],
  );
}
