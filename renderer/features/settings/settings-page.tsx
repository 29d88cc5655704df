import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { apiQuery } from '../../lib/api-query.ts';
import { useMay } from '../../lib/use-may.ts';
import { useText } from '../../text/use-text.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { AboutSection } from './about-section.tsx';
import { AccessSection } from './access-section.tsx';
import { AccountSection } from './account-section.tsx';
import { CertificatesSection } from './certificates-section.tsx';
import { ExportSection } from './export-section.tsx';
import { ModulesSection } from './modules-section.tsx';
import { NetworkSection } from './network-section.tsx';
import classes from './settings-page.module.css';
import { SiteSection } from './site-section.tsx';
import { TestToolSection } from './test-tool-section.tsx';

/** All there is to set, on one page. */
export function SettingsPage() {
  const { t } = useText();
  const { hash } = useLocation();
  const maySet = useMay()('settings.write', 'everywhere');
  const site = useQuery(apiQuery('getSite', {}));
  const { data } = site;
  const ready = data !== undefined;
  useEffect(() => {
    if (ready && hash !== '') document.getElementById(hash)?.scrollIntoView({ block: 'start' });
  }, [hash, ready]);
  return (
    <div className={classes.page}>
      <PageHeader title={t('settings.title')} />
      {site.error && data === undefined ? (
        <ProblemNote error={site.error} onRetry={() => void site.refetch()} />
      ) : null}
      {data === undefined || !maySet ? null : (
        <>
          <SiteSection site={data} />
          <AccessSection site={data} />
          <NetworkSection site={data} />
          <ModulesSection site={data} />
          <TestToolSection site={data} />
          <CertificatesSection />
          <ExportSection />
        </>
      )}
      <AccountSection />
      <AboutSection />
    </div>
  );
}
