import { Modal } from '@mantine/core';
import { useState } from 'react';
import type { SecondFactorKey } from '#api/account.ts';
import { useCall } from '../../lib/use-call.ts';
import { useTell } from '../../lib/use-tell.ts';
import { useText } from '../../text/use-text.ts';
import { ConfirmStep } from './confirm-step.tsx';
import { PasswordStep } from './password-step.tsx';
import { RecoveryStep } from './recovery-step.tsx';

export type FactorWish = 'turn-on' | 'turn-off' | 'new-codes';

interface FactorDialogProps {
  readonly wish: FactorWish | null;
  readonly name: string;
  readonly onClose: () => void;
}

/** Turns the second factor on or off, step by step; the password comes first. */
export function FactorDialog({ wish, name, onClose }: FactorDialogProps) {
  const { t } = useText();
  const isCodes = wish === 'new-codes';
  const title = t(isCodes ? 'account.newCodes' : wish === 'turn-off' ? 'account.turnOff' : 'account.factor');
  return (
    // What is shown once is not to be lost by a click beside it.
    <Modal
      opened={wish !== null}
      onClose={onClose}
      title={title}
      centered
      lockScroll={false}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('words.close') }}
    >
      {wish === null ? null : <Steps wish={wish} name={name} onClose={onClose} />}
    </Modal>
  );
}

interface StepsProps {
  readonly wish: FactorWish;
  readonly name: string;
  readonly onClose: () => void;
}

function Steps({ wish, name, onClose }: StepsProps) {
  const { t } = useText();
  const tell = useTell();
  const begin = useCall('beginSecondFactor');
  const turnOff = useCall('turnOffSecondFactor');
  const renew = useCall('renewRecoveryCodes');
  const [key, setKey] = useState<SecondFactorKey | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);

  if (codes !== null) return <RecoveryStep codes={codes} name={name} onDone={onClose} />;
  if (key !== null)
    return (
      <ConfirmStep
        secretKey={key}
        onCodes={(made) => {
          tell.done(t('account.turnedOn'));
          setCodes(made);
        }}
      />
    );
  const call = { 'turn-on': begin, 'turn-off': turnOff, 'new-codes': renew }[wish];
  const proceed = (password: string) => {
    const input = { body: { password } };
    switch (wish) {
      case 'turn-on':
        return begin.mutate(input, { onSuccess: setKey });
      case 'new-codes':
        return renew.mutate(input, { onSuccess: (made) => setCodes(made.codes) });
      case 'turn-off':
        return turnOff.mutate(input, {
          onSuccess: () => {
            tell.done(t('account.turnedOff'));
            onClose();
          },
        });
    }
  };
  return <PasswordStep wish={wish} error={call.error} isBusy={call.isPending} onPassword={proceed} />;
}
