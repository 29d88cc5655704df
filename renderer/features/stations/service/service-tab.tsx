import type { Station } from '#api/stations.ts';
import { FilesSection } from './files-section.tsx';
import { FirmwareSection } from './firmware-section.tsx';
import { MessagesSection } from './messages-section.tsx';
import { OrderLives } from './order-lives.tsx';
import classes from './service.module.css';

const KINDS = [
  'get-diagnostics',
  'get-log',
  'update-firmware',
  'signed-update-firmware',
  'trigger',
  'clear-cache',
  'data-transfer',
] as const;

/** What whoever looks after a station does with it. */
export function ServiceTab({ station }: { readonly station: Station }) {
  return (
    <div className={classes.tab}>
      <FilesSection station={station} />
      <FirmwareSection station={station} />
      <MessagesSection station={station} />
      <OrderLives station={station} kinds={KINDS} />
    </div>
  );
}
