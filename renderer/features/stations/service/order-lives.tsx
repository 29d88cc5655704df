import { useQuery } from '@tanstack/react-query';
import type { Command } from '#api/commands.ts';
import type { Station } from '#api/stations.ts';
import { apiQuery } from '../../../lib/api-query.ts';
import { useText } from '../../../text/use-text.ts';
import { CommandLife } from '../../../ui/command-life.tsx';
import { Section } from '../../../ui/section.tsx';
import classes from './service.module.css';

interface OrderLivesProps {
  readonly station: Station;
  readonly kinds: readonly Command['kind'][];
}

const READ = 100;
const SHOWN = 5;

/** What became of the latest orders of these kinds. */
export function OrderLives({ station, kinds }: OrderLivesProps) {
  const { t } = useText();
  const commands = useQuery(apiQuery('listCommands', { query: { stationId: station.id, limit: READ } }));
  const items = (commands.data?.items ?? []).filter(({ kind }) => kinds.includes(kind)).slice(0, SHOWN);
  return (
    <Section title={t('services.lives')}>
      {station.online ? null : <p className={classes.notice}>{t('services.offline')}</p>}
      {items.length === 0 ? (
        <p className={classes.quiet}>{t('services.noLives')}</p>
      ) : (
        <ul>
          {items.map((command) => (
            <CommandLife key={command.id} command={command} />
          ))}
        </ul>
      )}
    </Section>
  );
}
