import { ActionIcon, Menu, useMantineColorScheme } from '@mantine/core';
import { IconCheck, IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import { type Density, type LanguageCode, useWindowState } from '../lib/window-state.ts';
import { useText } from '../text/use-text.ts';

const SCHEMES = [
  { value: 'light', icon: IconSun, label: 'shell.schemeLight' },
  { value: 'dark', icon: IconMoon, label: 'shell.schemeDark' },
  { value: 'auto', icon: IconDeviceDesktop, label: 'shell.schemeAuto' },
] as const;
/** Languages are named in themselves, so that everybody finds their own. */
const LANGUAGES: readonly { readonly value: LanguageCode; readonly label: string }[] = [
  { value: 'de', label: 'Deutsch' },
  { value: 'en', label: 'English' },
];
const DENSITIES: readonly {
  readonly value: Density;
  readonly label: 'shell.densityCompact' | 'shell.densityComfortable';
}[] = [
  { value: 'compact', label: 'shell.densityCompact' },
  { value: 'comfortable', label: 'shell.densityComfortable' },
];

/** How this window looks and speaks; nobody else's window changes. */
export function DisplayMenu() {
  const { t, language } = useText();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { density, letterKeys, set } = useWindowState();
  const Current = SCHEMES.find((scheme) => scheme.value === colorScheme)?.icon ?? IconSun;
  const tick = (shown: boolean) => (shown ? <IconCheck size={16} aria-hidden /> : null);
  return (
    <Menu closeOnItemClick={false} width={230}>
      <Menu.Target>
        <ActionIcon variant="subtle" size="lg" aria-label={t('shell.display')}>
          <Current size={18} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('shell.display')}</Menu.Label>
        {SCHEMES.map(({ value, icon: Icon, label }) => (
          <Menu.Item
            key={value}
            role="menuitemradio"
            aria-checked={colorScheme === value}
            leftSection={<Icon size={16} stroke={1.75} />}
            rightSection={tick(colorScheme === value)}
            onClick={() => setColorScheme(value)}
          >
            {t(label)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{t('shell.language')}</Menu.Label>
        {LANGUAGES.map(({ value, label }) => (
          <Menu.Item
            key={value}
            role="menuitemradio"
            aria-checked={language === value}
            lang={value}
            rightSection={tick(language === value)}
            onClick={() => set({ language: value })}
          >
            {label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{t('shell.density')}</Menu.Label>
        {DENSITIES.map(({ value, label }) => (
          <Menu.Item
            key={value}
            role="menuitemradio"
            aria-checked={density === value}
            rightSection={tick(density === value)}
            onClick={() => set({ density: value })}
          >
            {t(label)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          role="menuitemcheckbox"
          aria-checked={letterKeys}
          rightSection={tick(letterKeys)}
          onClick={() => set({ letterKeys: !letterKeys })}
        >
          {t('shell.letterKeys')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
