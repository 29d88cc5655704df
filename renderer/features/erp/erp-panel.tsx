import type { usePanelFocus } from '../../ui/use-panel-focus.ts';
import { ClientPanel } from './client-panel.tsx';
import { IssuerPanel } from './issuer-panel.tsx';
import { NewClientPanel } from './new-client-panel.tsx';
import { NewIssuerPanel } from './new-issuer-panel.tsx';
import { NewWebhookPanel } from './new-webhook-panel.tsx';
import { RequestPanel } from './request-panel.tsx';
import type { ErpPlace } from './use-erp-place.ts';
import { WebhookPanel } from './webhook-panel.tsx';

interface ErpPanelProps {
  readonly place: ErpPlace;
  readonly focus: ReturnType<typeof usePanelFocus>;
}

/** The details of what is open in the tab. */
export function ErpPanel({ place, focus }: ErpPanelProps) {
  const { tab, opened = '', open, close } = place;
  const shown = { focusOn: focus.wishFor(opened), onClose: close };
  switch (tab) {
    case 'clients':
      if (opened === 'new') return <NewClientPanel onDone={open} onClose={close} />;
      return <ClientPanel key={opened} clientId={opened} {...shown} />;
    case 'webhooks':
      if (opened === 'new') return <NewWebhookPanel onDone={open} onClose={close} />;
      return <WebhookPanel key={opened} webhookId={Number(opened)} {...shown} />;
    case 'issuers':
      if (opened === 'new') return <NewIssuerPanel onAdded={open} onClose={close} />;
      return <IssuerPanel key={opened} issuerId={Number(opened)} {...shown} />;
    case 'requests':
      return <RequestPanel requestId={Number(opened)} filter={place.filter} {...shown} />;
    case 'docs':
      return null;
  }
}
