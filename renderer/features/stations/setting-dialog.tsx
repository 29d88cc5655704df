import { Modal } from '@mantine/core';
import { useState } from 'react';
import type { ConfigurationChange, ConfigurationEntry } from '#api/configuration.ts';
import type { Station } from '#api/stations.ts';
import { useText } from '../../text/use-text.ts';
import { SettingForm } from './setting-form.tsx';
import { SettingResult } from './setting-result.tsx';

/** A key to change; null asks for its name. */
export interface SettingWish {
  readonly entry: ConfigurationEntry | null;
}

interface SettingDialogProps {
  readonly station: Station;
  readonly wish: SettingWish | null;
  readonly onClose: () => void;
}

/** Changes one key: what will be sent, then what the station made of it. */
export function SettingDialog({ station, wish, onClose }: SettingDialogProps) {
  const { t } = useText();
  const [result, setResult] = useState<ConfigurationChange | null>(null);
  const close = () => {
    setResult(null);
    onClose();
  };
  const title =
    wish === null
      ? ''
      : wish.entry === null
        ? t('configuration.add')
        : t('configuration.edit', { key: wish.entry.key });
  return (
    <Modal opened={wish !== null} onClose={close} title={title} centered lockScroll={false}>
      {wish === null ? null : result === null ? (
        <SettingForm station={station} entry={wish.entry} onAnswer={setResult} onCancel={close} />
      ) : (
        <SettingResult station={station} change={result} onClose={close} />
      )}
    </Modal>
  );
}
