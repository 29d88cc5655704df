import type { Issuer } from '#api/issuers.ts';
import { useCall } from '../../lib/use-call.ts';
import classes from './erp-page.module.css';
import { OnOffRemove } from './on-off-remove.tsx';

interface IssuerActionsProps {
  readonly issuer: Issuer;
  readonly onRemoved: () => void;
}

/** Disables or removes an issuer. */
export function IssuerActions({ issuer, onRemoved }: IssuerActionsProps) {
  const change = useCall('changeIssuer');
  const remove = useCall('removeIssuer');
  const restore = useCall('restoreIssuer');
  const params = { issuerId: issuer.id };
  return (
    <div className={classes.buttons}>
      <OnOffRemove
        name={issuer.name}
        isDisabled={issuer.disabledAt !== null}
        setDisabled={(disabled) => change.mutateAsync({ params, body: { disabled } })}
        remove={() => remove.mutateAsync({ params })}
        restore={() => restore.mutateAsync({ params })}
        onRemoved={onRemoved}
      />
    </div>
  );
}
