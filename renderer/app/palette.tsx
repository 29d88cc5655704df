import { Spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useText } from '../text/use-text.ts';
import classes from './palette.module.css';
import { matchEntries } from './palette-match.ts';
import { palette, paletteStore } from './palette-store.ts';
import { useFirstKeys } from './use-first-keys.ts';
import { usePaletteEntries } from './use-palette-entries.tsx';

const MOST_PER_GROUP = 7;
const LIST = 'palette-entries';

/** Ctrl/⌘ K: every page, station, card and command, by whatever part of its name comes to mind. */
export function Palette() {
  const { t } = useText();
  const [query, setQuery] = useState('');
  const [opened, setOpened] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const type = useCallback((letter: string) => setQuery((typed) => typed + letter), []);
  useFirstKeys(field, type);
  return (
    <Spotlight.Root
      store={paletteStore}
      query={query}
      onQueryChange={setQuery}
      onSpotlightOpen={() => setOpened(true)}
      onSpotlightClose={() => setOpened(false)}
      // While it faded away its field would still take the letters that are meant for the page.
      transitionProps={{ transition: 'pop', duration: 200, exitDuration: 0 }}
      shortcut="mod + K"
      scrollable
      maxHeight={460}
      lockScroll={false}
      overlayProps={{ blur: 0, backgroundOpacity: 0.4 }}
      attributes={{ content: { 'aria-label': t('shell.palette') } }}
      classNames={{ content: classes.content ?? '' }}
    >
      <Spotlight.Search
        ref={field}
        placeholder={t('shell.palettePlaceholder')}
        aria-label={t('shell.palette')}
        leftSection={<IconSearch size={18} stroke={1.75} />}
        onKeyDown={(event) => {
          // Whoever is faster than the mark means the first as well.
          if (event.key === 'Enter') markFirst();
        }}
      />
      <Spotlight.ActionsList id={LIST}>
        {opened ? <PaletteEntries query={query} /> : null}
      </Spotlight.ActionsList>
      <Spotlight.Footer className={classes.footer ?? ''}>{t('shell.paletteHint')}</Spotlight.Footer>
    </Spotlight.Root>
  );
}

/** Follows stations and cards, and so lives only while the palette is open. */
function PaletteEntries({ query }: { readonly query: string }) {
  const { t } = useText();
  const groups = usePaletteEntries(query);
  const found = groups
    .map((group) => ({ ...group, entries: matchEntries(group.entries, query).slice(0, MOST_PER_GROUP) }))
    .filter((group) => group.entries.length > 0 && (query !== '' || !group.onlyWhenAsked));
  const first = found[0]?.entries[0]?.id;
  // What only the program finds comes later than what is at hand; Enter means the first of all.
  useEffect(() => {
    if (first !== undefined) markFirst();
  }, [first]);
  return (
    <>
      {found.length === 0 ? <Spotlight.Empty>{t('shell.paletteNothing')}</Spotlight.Empty> : null}
      {found.map((group) => (
        <Spotlight.ActionsGroup key={group.label} label={group.label}>
          {group.entries.map((entry) => (
            <Spotlight.Action
              key={entry.id}
              label={entry.label}
              description={entry.under ?? ''}
              leftSection={entry.icon}
              highlightQuery
              onClick={() => {
                palette.close();
                entry.run();
              }}
            />
          ))}
        </Spotlight.ActionsGroup>
      ))}
    </>
  );
}

/** Marks the first entry as the one Enter opens, unless one is marked. */
function markFirst(): void {
  const list = document.getElementById(LIST);
  if (list === null || list.querySelector('[data-selected]') !== null) return;
  list.querySelector('[data-action]')?.setAttribute('data-selected', 'true');
}
