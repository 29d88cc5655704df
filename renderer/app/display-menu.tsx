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
  return (
    <Menu width={230} checkIcon={<IconCheck size={16} aria-hidden />}>
      <Menu.Target>
        <ActionIcon variant="subtle" size="lg" aria-label={t('shell.display')}>
          <Current size={18} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('shell.display')}</Menu.Label>
        {SCHEMES.map(({ value, icon: Icon, label }) => (
          <Menu.RadioItem
            key={value}
            value={value}
            checked={colorScheme === value}
            rightSection={<Icon size={16} stroke={1.75} aria-hidden />}
            onChange={() => setColorScheme(value)}
          >
            {t(label)}
          </Menu.RadioItem>
        ))}
        <Menu.Divider />
        <Menu.Label>{t('shell.language')}</Menu.Label>
        {LANGUAGES.map(({ value, label }) => (
          <Menu.RadioItem
            key={value}
            value={value}
            lang={value}
            checked={language === value}
            onChange={() => set({ language: value })}
          >
            {label}
          </Menu.RadioItem>
        ))}
        <Menu.Divider />
        <Menu.Label>{t('shell.density')}</Menu.Label>
        {DENSITIES.map(({ value, label }) => (
          <Menu.RadioItem
            key={value}
            value={value}
            checked={density === value}
            onChange={() => set({ density: value })}
          >
            {t(label)}
          </Menu.RadioItem>
        ))}
        <Menu.Divider />
        <Menu.CheckboxItem checked={letterKeys} onChange={(on) => set({ letterKeys: on })}>
          {t('shell.letterKeys')}
        </Menu.CheckboxItem>
      </Menu.Dropdown>
    </Menu>
  );
}
