import { IconLock } from '@tabler/icons-react';
import type { Configuration, ConfigurationEntry } from '#api/configuration.ts';
import { useText } from '../../text/use-text.ts';
import classes from './configuration-list.module.css';
import { keyMeaning, matchEntries, settingWords } from './configuration-words.ts';

interface ConfigurationListProps {
  readonly configuration: Configuration;
  readonly search: string;
  readonly onEdit: (entry: ConfigurationEntry) => void;
}

/** Every key with its meaning and value; a press changes it. */
export function ConfigurationList({ configuration, search, onEdit }: ConfigurationListProps) {
  const { t } = useText();
  const entries = matchEntries(configuration.entries, search, t);
  return (
    <div>
      <p className={classes.count} role="status">
        {entries.length === 0
          ? t('configuration.noneMatch')
          : t('configuration.count', { count: entries.length })}
      </p>
      <ul className={classes.list}>
        {entries.map((entry) => (
          <li key={entry.key}>
            <EntryRow entry={entry} connected={configuration.connected} onEdit={onEdit} />
          </li>
        ))}
      </ul>
      {configuration.unknown.length === 0 ? null : (
        <p className={classes.unknown}>
          {t('configuration.unknown', { keys: configuration.unknown.join(', ') })}
        </p>
      )}
    </div>
  );
}

interface EntryRowProps {
  readonly entry: ConfigurationEntry;
  readonly connected: boolean;
  readonly onEdit: (entry: ConfigurationEntry) => void;
}

function EntryRow({ entry, connected, onEdit }: EntryRowProps) {
  const { t } = useText();
  const content = (
    <>
      <span className={classes.name}>
        <span className={classes.meaning}>{keyMeaning(entry.key, t) ?? t('configuration.own')}</span>
        <code className={classes.key}>{entry.key}</code>
      </span>
      <span className={classes.value}>
        <span>{settingWords(entry, t)}</span>
        {entry.readOnly ? (
          <span className={classes.tag}>
            <IconLock size={12} aria-hidden /> {t('configuration.readOnly')}
          </span>
        ) : null}
        {entry.setElsewhere ? <span className={classes.tag}>{t('configuration.elsewhere')}</span> : null}
      </span>
    </>
  );
  if (!connected || entry.setElsewhere) return <div className={classes.row}>{content}</div>;
  return (
    <button
      type="button"
      className={classes.row}
      aria-label={`${t('configuration.edit', { key: entry.key })}: ${settingWords(entry, t)}`}
      onClick={() => onEdit(entry)}
    >
      {content}
    </button>
  );
}
