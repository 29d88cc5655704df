import { Checkbox, Collapse, TextInput, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useText } from '../../text/use-text.ts';
import { EVENT_AREAS, type EventArea, type EventKind, kindsIn } from './event-areas.ts';
import classes from './event-fields.module.css';
import { eventWords } from './event-words.ts';

interface EventFieldsProps {
  readonly value: readonly EventKind[];
  readonly onChange: (kinds: readonly EventKind[]) => void;
}

/** What a webhook is told of, in the words of the logbook: whole areas, or one by one. */
export function EventFields({ value, onChange }: EventFieldsProps) {
  const { t } = useText();
  const [search, setSearch] = useState('');
  const isFound = (kind: EventKind) =>
    eventWords(kind, t).toLowerCase().includes(search.trim().toLowerCase());
  const areas = EVENT_AREAS.map((area) => ({ area, kinds: kindsIn(area).filter(isFound) })).filter(
    ({ kinds }) => kinds.length > 0,
  );
  const tick = (kinds: readonly EventKind[], isOn: boolean) => {
    const others = value.filter((kind) => !kinds.includes(kind));
    onChange(isOn ? [...others, ...kinds] : others);
  };
  return (
    <fieldset className={classes.fields}>
      <legend className={classes.legend}>{t('webhooks.kinds')}</legend>
      <TextInput
        aria-label={t('webhooks.findKind')}
        placeholder={t('webhooks.findKind')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={search}
        // Enter looks; it does not send the form around it.
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <div className={classes.areas}>
        {areas.map((one) => (
          <Area key={one.area} {...one} isOpen={search.trim() !== ''} value={value} onTick={tick} />
        ))}
        {areas.length === 0 ? <p className={classes.quiet}>{t('webhooks.noKind')}</p> : null}
      </div>
    </fieldset>
  );
}

interface AreaProps {
  readonly area: EventArea;
  readonly kinds: readonly EventKind[];
  /** While somebody searches, everything that was found is in sight. */
  readonly isOpen: boolean;
  readonly value: readonly EventKind[];
  readonly onTick: (kinds: readonly EventKind[], isOn: boolean) => void;
}

function Area({ area, kinds, isOpen, value, onTick }: AreaProps) {
  const { t } = useText();
  const chosen = kinds.filter((kind) => value.includes(kind));
  const [opened, setOpened] = useState(chosen.length > 0);
  const expanded = isOpen || opened;
  const name = t(`webhooks.area.${area}`);
  const count = t('webhooks.chosen', { chosen: chosen.length, count: kinds.length });
  return (
    <div className={classes.area}>
      <div className={classes.head}>
        <Checkbox
          label={name}
          checked={chosen.length === kinds.length}
          indeterminate={chosen.length > 0 && chosen.length < kinds.length}
          onChange={(event) => onTick(kinds, event.currentTarget.checked)}
        />
        <UnstyledButton
          className={classes.more}
          aria-expanded={expanded}
          aria-label={`${name}: ${count}`}
          onClick={() => setOpened(!opened)}
        >
          {count}
          <IconChevronDown size={14} data-open={expanded} aria-hidden />
        </UnstyledButton>
      </div>
      <Collapse expanded={expanded}>
        <div className={classes.kinds}>
          {(expanded ? kinds : []).map((kind) => (
            <Checkbox
              key={kind}
              size="sm"
              label={eventWords(kind, t)}
              checked={value.includes(kind)}
              onChange={(event) => onTick([kind], event.currentTarget.checked)}
            />
          ))}
        </div>
      </Collapse>
    </div>
  );
}
