import { Drawer } from '@mantine/core';
import { routes } from '#api/routes.ts';
import { requestAsCurl } from '../lib/request-as-curl.ts';
import { type SentRequest, useSentRequests } from '../lib/sent-requests.ts';
import { useFormat } from '../lib/use-format.ts';
import { useText } from '../text/use-text.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import classes from './sent-requests-drawer.module.css';

interface DrawerProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** What was done in this window, each as the request that a program would send. */
export function SentRequestsDrawer({ opened, onClose }: DrawerProps) {
  const { t } = useText();
  const items = useSentRequests((state) => state.items);
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size={560}
      lockScroll={false}
      title={t('requests.title')}
      closeButtonProps={{ 'aria-label': t('words.close') }}
    >
      <p className={classes.lead}>{t('requests.lead')}</p>
      {items.length === 0 ? <p className={classes.lead}>{t('requests.none')}</p> : null}
      <ol className={classes.list}>
        {items.map((item) => (
          <SentItem key={item.id} item={item} />
        ))}
      </ol>
    </Drawer>
  );
}

function SentItem({ item }: { readonly item: SentRequest }) {
  const { t } = useText();
  const format = useFormat();
  const text = requestAsCurl(item, window.location.origin);
  const time = format.time(item.at);
  return (
    <li className={classes.item}>
      <p className={classes.head}>
        <span>{routes[item.route].summary}</span>
        <span className={classes.outcome} data-refused={item.status >= 400}>
          {t(item.status >= 400 ? 'requests.refused' : 'requests.done', { time, status: item.status })}
        </span>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll, and must do so by keyboard */}
      <pre className={classes.text} tabIndex={0}>
        {text}
      </pre>
      <CopyButton text={text} label={`${item.method} ${item.url}`} />
    </li>
  );
}
