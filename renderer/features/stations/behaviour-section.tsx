import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { BehaviourSwitch } from '#api/behaviour.ts';
import type { Station } from '#api/stations.ts';
import { apiQuery } from '../../lib/api-query.ts';
import { useText } from '../../text/use-text.ts';
import { Section } from '../../ui/section.tsx';
import { switchWords } from '../../ui/switch-words.ts';
import { BehaviourDialog } from './behaviour-dialog.tsx';
import classes from './behaviour-section.module.css';
import { switchValueWords } from './behaviour-words.ts';

/** What is known of the make, what the station taught us, and what somebody has set; with the reason for each. */
export function BehaviourSection({ station }: { readonly station: Station }) {
  const { t } = useText();
  const behaviour = useQuery(apiQuery('getBehaviour', { params: { stationId: station.id } }));
  const [isWhole, setWhole] = useState(false);
  const [edited, setEdited] = useState<string | null>(null);
  const switches = behaviour.data?.switches;
  if (switches === undefined) return null;
  const shown = switches.filter(({ from, passport }) => isWhole || from !== 'standard' || passport !== null);
  return (
    <Section title={t('behaviour.title')}>
      <p className={classes.text}>{t(shown.length === 0 ? 'behaviour.nothing' : 'behaviour.text')}</p>
      <ul className={classes.list}>
        {shown.map((one) => (
          <li key={one.name}>
            <SwitchRow item={one} onEdit={() => setEdited(one.name)} />
          </li>
        ))}
      </ul>
      <Button
        className={classes.more ?? ''}
        size="compact-md"
        variant="subtle"
        aria-expanded={isWhole}
        onClick={() => setWhole(!isWhole)}
      >
        {t(isWhole ? 'behaviour.showSome' : 'behaviour.showAll')}
      </Button>
      <BehaviourDialog
        key={edited}
        station={station}
        item={switches.find(({ name }) => name === edited) ?? null}
        onClose={() => setEdited(null)}
      />
    </Section>
  );
}

function SwitchRow({ item, onEdit }: { readonly item: BehaviourSwitch; readonly onEdit: () => void }) {
  const { t, language } = useText();
  const { passport } = item;
  return (
    <div className={classes.row}>
      <div className={classes.words}>
        <p>
          {switchWords(item.name, t)}: <strong>{switchValueWords(item, item.value, t)}</strong>
        </p>
        <p className={classes.text}>{t(`behaviour.from.${item.from}`, { make: passport?.make ?? '' })}</p>
        {passport === null ? null : (
          <p className={classes.text}>
            {item.from === 'passport'
              ? null
              : `${t('behaviour.known', {
                  make: passport.make,
                  value: switchValueWords(item, passport.value, t),
                })} `}
            {passport.why[language]} ({t('behaviour.source', { source: passport.source })})
          </p>
        )}
      </div>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={`${t('behaviour.override')}: ${switchWords(item.name, t)}`}
        onClick={onEdit}
      >
        {t('behaviour.override')}
      </Button>
    </div>
  );
}
