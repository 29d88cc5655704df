import { useState } from 'react';
import { useCall } from '../../../lib/use-call.ts';
import { useTell } from '../../../lib/use-tell.ts';
import { useText } from '../../../text/use-text.ts';
import type { Picked } from '../../../ui/pick.tsx';
import { cardName } from '../../../ui/thing-names.ts';
import type { TypedDriver } from '../drivers/driver-field.tsx';

interface NewCard {
  readonly uid: string;
  readonly driver: TypedDriver;
  readonly vehicle: Picked | null;
  readonly groupIds: readonly number[];
  readonly label: string;
  readonly tenantId: number | null;
  readonly anyway: boolean;
}

/** Takes a card in, after its driver where nobody of that name is known yet. */
export function useTakeIn(onAdded: (cardId: number) => void) {
  const { t } = useText();
  const tell = useTell();
  const addDriver = useCall('addDriver');
  const addCard = useCall('addCard');
  const remove = useCall('removeCard');
  // The card may be refused after its driver was made: the next try must not make the driver again.
  const [made, setMade] = useState<{ readonly name: string; readonly id: number }>();

  const driverId = async ({ driver, groupIds, tenantId }: NewCard): Promise<number | undefined> => {
    if (driver.kind === 'nobody') return undefined;
    if (driver.kind === 'known') return driver.id;
    const name = driver.text.trim();
    if (made?.name === name) return made.id;
    const { id } = await addDriver.mutateAsync({
      body: { name, groupIds: [...groupIds], ...(tenantId !== null && { tenantId }) },
    });
    setMade({ name, id });
    return id;
  };
  const add = async (card: NewCard): Promise<void> => {
    const { uid, driver, vehicle, groupIds, label, tenantId, anyway } = card;
    const owner = await driverId(card);
    const added = await addCard.mutateAsync({
      body: {
        uid,
        label,
        ...(tenantId !== null && { tenantId }),
        ...(owner !== undefined && { driverId: owner }),
        ...(vehicle !== null && { vehicleId: vehicle.id }),
        // A new driver has the groups: they stay when the card is lost.
        ...(driver.kind !== 'new' && { groupIds: [...groupIds] }),
        ...(anyway && { anyway }),
      },
    });
    const name =
      added.holder === '' ? cardName(added) : t('access.of', { uid: cardName(added), holder: added.holder });
    tell.done(t('access.cardAdded', { name }), {
      undo: () => remove.mutate({ params: { cardId: added.id } }, { onError: tell.failed }),
    });
    onAdded(added.id);
  };
  return {
    takeIn: (card: NewCard) =>
      void add(card).catch(() => {
        // Shown by the form, from the call that failed.
      }),
    error: addDriver.error ?? addCard.error,
    isPending: addDriver.isPending || addCard.isPending,
  };
}
