import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconRefresh } from '@tabler/icons-react';
import type { Station } from '#api/stations.ts';
import { useOrder } from '../../lib/use-order.ts';
import { useText } from '../../text/use-text.ts';
import { isElectricianOnly } from '../../ui/fault-words.ts';
import classes from './station-actions.module.css';

/** What can be asked of the station as a whole: the gentle way first, the hard one behind the arrow. */
export function StationActions({ station }: { readonly station: Station }) {
  const { t } = useText();
  const order = useOrder();
  const connectors = station.connectors;
  const allClosed = connectors.length > 0 && connectors.every(({ mark }) => mark === 'closed');
  const electricianFirst = connectors.some(
    ({ mark, errorCode }) => mark === 'fault' && isElectricianOnly(errorCode),
  );
  const restart = (type: 'Soft' | 'Hard') => order({ station, order: { kind: 'reset', type } });
  const service = station.abilities.changeAvailability ? (
    <Button
      variant="default"
      onClick={() =>
        order({ station, order: { kind: 'set-availability', connectorId: 0, inService: allClosed } })
      }
    >
      {t(allClosed ? 'commands.backInService' : 'commands.outOfService')}
    </Button>
  ) : null;
  return (
    <div className={classes.actions}>
      {electricianFirst ? service : null}
      <Button.Group>
        <Button
          variant="default"
          leftSection={<IconRefresh size={16} aria-hidden />}
          onClick={() => restart('Soft')}
        >
          {t('commands.restart')}
        </Button>
        <Menu>
          <Menu.Target>
            <Button variant="default" px={8} aria-label={t('commands.restartMore')}>
              <IconChevronDown size={16} aria-hidden />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => restart('Hard')}>{t('commands.restartHard')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Button.Group>
      {electricianFirst ? null : service}
    </div>
  );
}
