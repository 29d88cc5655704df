import { useInfiniteQuery } from '@tanstack/react-query';
import { deliveryPages } from '../../lib/api-query.ts';
import { useText } from '../../text/use-text.ts';
import { NextPage } from '../../ui/next-page.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Section } from '../../ui/section.tsx';
import { DeliveryItem } from './delivery-item.tsx';
import classes from './delivery-section.module.css';

/** What was sent to a webhook and what waits, newest first. */
export function DeliverySection({ webhookId }: { readonly webhookId: number }) {
  const { t } = useText();
  const pages = useInfiniteQuery(deliveryPages(webhookId));
  const deliveries = pages.data?.pages.flatMap(({ items }) => items);
  return (
    <Section title={t('webhooks.deliveries')}>
      {pages.error && deliveries === undefined ? (
        <ProblemNote error={pages.error} onRetry={() => void pages.refetch()} />
      ) : null}
      {deliveries?.length === 0 ? <p className={classes.quiet}>{t('webhooks.noDeliveries')}</p> : null}
      {deliveries === undefined || deliveries.length === 0 ? null : (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list scrolls by itself, and must do so by keyboard */}
          <ul className={classes.list} tabIndex={0} aria-label={t('webhooks.deliveries')}>
            {deliveries.map((delivery) => (
              <DeliveryItem key={delivery.id} delivery={delivery} />
            ))}
          </ul>
          <NextPage pages={pages} />
        </>
      )}
    </Section>
  );
}
