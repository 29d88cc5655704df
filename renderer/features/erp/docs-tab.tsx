import { Button } from '@mantine/core';
import { IconBook, IconExternalLink } from '@tabler/icons-react';
import { useText } from '../../text/use-text.ts';
import { Section } from '../../ui/section.tsx';
import { AddressesSection } from './addresses-section.tsx';
import classes from './docs-tab.module.css';
import { FirstRequestSection } from './first-request-section.tsx';

const NOTES = ['idempotency', 'etag', 'cursor', 'problem', 'browser', 'signature'] as const;

/** How somebody who writes a program begins: where, with what, and what to read. */
export function DocsTab() {
  const { t } = useText();
  return (
    <div className={classes.docs}>
      <Section card title={t('erp.tab.docs')}>
        <p>{t('erp.docs.lead')}</p>
        <p className={classes.quiet}>{t('erp.docs.referenceText')}</p>
        <div className={classes.links}>
          <Button
            component="a"
            href="/api/v1/docs"
            target="_blank"
            rel="noreferrer"
            leftSection={<IconBook size={16} aria-hidden />}
          >
            {t('erp.docs.reference')}
          </Button>
          <DocsLink href="/api/v1/openapi.json" text={t('erp.docs.openapi')} />
          <DocsLink href="/.well-known/oauth-authorization-server" text={t('erp.docs.discovery')} />
        </div>
      </Section>
      <AddressesSection />
      <FirstRequestSection />
      <Section card title={t('erp.docs.more')}>
        <ul className={classes.notes}>
          {NOTES.map((note) => (
            <li key={note}>{t(`erp.docs.${note}`)}</li>
          ))}
        </ul>
      </Section>
    </div>
  );
}

function DocsLink({ href, text }: { readonly href: string; readonly text: string }) {
  return (
    <a className={classes.link} href={href} target="_blank" rel="noreferrer">
      {text}
      <IconExternalLink size={14} aria-hidden />
    </a>
  );
}
