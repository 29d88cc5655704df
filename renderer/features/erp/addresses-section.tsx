import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { apiQuery } from '../../lib/api-query.ts';
import { apiUrl } from '../../lib/call-api.ts';
import { useMay } from '../../lib/use-may.ts';
import { useText } from '../../text/use-text.ts';
import { CopyField } from '../../ui/copy-field.tsx';
import { Section } from '../../ui/section.tsx';
import classes from './docs-tab.module.css';

/** Where programs reach the API: here without encryption, on the network by HTTPS with the root of the site. */
export function AddressesSection() {
  const { t } = useText();
  const may = useMay();
  const network = useQuery({ ...apiQuery('getNetwork', {}), enabled: may('stations.read') });
  const urls = (network.data?.uiUrls ?? [window.location.origin]).map((url) => url.replace(/\/$/, ''));
  const here = urls.filter((url) => url.startsWith('http://'));
  const lan = urls.filter((url) => url.startsWith('https://'));
  return (
    <Section card title={t('erp.docs.addresses')}>
      <Addresses label={t('erp.docs.here')} origins={here} />
      <Addresses label={t('erp.docs.lan')} origins={lan} />
      <p className={classes.quiet}>{t(lan.length === 0 ? 'erp.docs.lanClosed' : 'erp.docs.lanRoot')}</p>
      {lan.length > 0 ? (
        <a href={apiUrl('downloadRoot', { query: { format: 'pem' } })} download>
          {t('erp.docs.root')}
        </a>
      ) : null}
      {lan.length === 0 && may('settings.write', 'everywhere') ? (
        <Link to="/settings" hash="network">
          {t('erp.docs.openLan')}
        </Link>
      ) : null}
    </Section>
  );
}

interface AddressesProps {
  readonly label: string;
  readonly origins: readonly string[];
}

function Addresses({ label, origins }: AddressesProps) {
  if (origins.length === 0) return null;
  return (
    <div className={classes.part}>
      <p className={classes.label}>{label}</p>
      {origins.map((origin) => (
        <CopyField key={origin} text={`${origin}/api/v1`} label={label} />
      ))}
    </div>
  );
}
