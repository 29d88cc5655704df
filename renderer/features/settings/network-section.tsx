import { Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Site } from '#api/site.ts';
import { apiQuery } from '../../lib/api-query.ts';
import { useCall } from '../../lib/use-call.ts';
import { useTell } from '../../lib/use-tell.ts';
import { useText } from '../../text/use-text.ts';
import { CopyField } from '../../ui/copy-field.tsx';
import { FactsList } from '../../ui/facts-list.tsx';
import { LanTargetsPart } from './lan-targets-part.tsx';
import classes from './network-section.module.css';
import { SettingCard } from './setting-card.tsx';

/** Where stations and browsers reach this computer, and whether others in the network may open this page. */
export function NetworkSection({ site }: { readonly site: Site }) {
  const { t } = useText();
  const tell = useTell();
  const change = useCall('changeSite');
  const network = useQuery(apiQuery('getNetwork', {}));
  const { data } = network;
  return (
    <SettingCard id="network" title={t('settings.network')}>
      {data === undefined ? null : (
        <>
          <FactsList
            rows={[
              { label: t('settings.ocppPort'), value: String(data.ocppPort) },
              { label: t('settings.uiPort'), value: String(data.uiPort) },
            ]}
          />
          <div className={classes.part}>
            <h3 className={classes.title}>{t('settings.interfaces')}</h3>
            {data.interfaces.map((one) => (
              <div key={one.ocppUrl}>
                <CopyField text={one.ocppUrl} label={one.name} />
                <p className={classes.under}>
                  {one.name}
                  {one.recommended ? ` · ${t('stations.address.recommended')}` : null}
                </p>
              </div>
            ))}
          </div>
        </>
      )}
      <Switch
        label={t('settings.lanOpen')}
        description={t('settings.lanText')}
        checked={site.lanOpen}
        onChange={(event) =>
          change.mutate({ body: { lanOpen: event.currentTarget.checked } }, { onError: tell.failed })
        }
      />
      {site.lanOpen && data !== undefined && data.uiUrls.length > 0 ? (
        <div className={classes.part}>
          <h3 className={classes.title}>{t('settings.lanUrls')}</h3>
          {data.uiUrls.map((url) => (
            <CopyField key={url} text={url} label={t('settings.lanUrls')} />
          ))}
        </div>
      ) : null}
      <LanTargetsPart site={site} />
    </SettingCard>
  );
}
