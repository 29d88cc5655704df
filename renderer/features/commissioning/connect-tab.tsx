import { useText } from '../../text/use-text.ts';
import { KnockList } from '../../ui/knock-list.tsx';
import { Section } from '../../ui/section.tsx';
import { AddressDetails } from './address-details.tsx';
import classes from './connect-tab.module.css';
import { DoorLog } from './door-log.tsx';

/** The address to enter, who knocks with it, and what is wrong with those who do not get in. */
export function ConnectTab() {
  const { t } = useText();
  return (
    <div className={classes.columns}>
      <div className={classes.column}>
        <Section card title={t('stations.address.title')}>
          <AddressDetails />
        </Section>
      </div>
      <div className={classes.column}>
        <KnockList />
        <DoorLog />
      </div>
    </div>
  );
}
