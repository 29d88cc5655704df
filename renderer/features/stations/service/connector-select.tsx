import { Select } from '@mantine/core';
import type { Station } from '#api/stations.ts';
import { useText } from '../../../text/use-text.ts';

interface ConnectorSelectProps {
  readonly station: Station;
  readonly value: number;
  readonly onChange: (connectorId: number) => void;
  /** Whether the station as a whole can be meant. */
  readonly whole: boolean;
  readonly error?: string | null;
}

/** A connector of the station, or the whole of it as 0. */
export function ConnectorSelect({ station, value, onChange, whole, error }: ConnectorSelectProps) {
  const { t } = useText();
  const numbers = station.connectors.map(({ connectorId }) => connectorId);
  // A station that has not told its connectors has at least one.
  const known = numbers.length === 0 ? [1] : numbers;
  return (
    <Select
      label={t('services.connector')}
      allowDeselect={false}
      value={String(value)}
      error={error ?? null}
      data={[
        ...(whole ? [{ value: '0', label: t('services.where.station') }] : []),
        ...known.map((number) => ({
          value: String(number),
          label: t('services.where.connector', { number }),
        })),
      ]}
      onChange={(next) => onChange(Number(next ?? value))}
    />
  );
}
