import { useQuery } from '@tanstack/react-query';
import { apiQuery } from '../../lib/api-query.ts';
import { useText } from '../../text/use-text.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Section } from '../../ui/section.tsx';
import classes from './docs-tab.module.css';
import { firstRequest } from './first-request.ts';

/** Two commands to begin with, for the address of this window and the newest client. */
export function FirstRequestSection() {
  const { t } = useText();
  const clients = useQuery(apiQuery('listClients', {})).data?.items;
  const { token, ask } = firstRequest(window.location.origin, clients?.at(-1)?.id);
  return (
    <Section card title={t('erp.docs.firstTitle')}>
      <p>{t('erp.docs.firstText')}</p>
      <Command label={t('erp.docs.getToken')} text={token} />
      <Command label={t('erp.docs.ask')} text={ask} />
    </Section>
  );
}

function Command({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <div className={classes.part}>
      <div className={classes.head}>
        <p className={classes.label}>{label}</p>
        <CopyButton text={text} label={label} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll, and must do so by keyboard */}
      <pre className={classes.command} tabIndex={0}>
        {text}
      </pre>
    </div>
  );
}
