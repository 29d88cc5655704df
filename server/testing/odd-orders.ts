import type { OddExpectation, OddOrder } from '#ocpp/simulator/odd/odd-station.ts';
import { eventually, type TestSite } from './start-site.ts';

/** Orders of a station what its script asks for, by the API as everybody does. */
export async function giveOrder(site: TestSite, stationId: string, order: OddOrder): Promise<void> {
  const own = `/stations/${encodeURIComponent(stationId)}`;
  switch (order.kind) {
    case 'read-configuration': {
      await insist(site.api.post(`${own}/configuration/read`, {}));
      await eventually(async () => {
        const { busy } = await insist(site.api.get(`${own}/configuration`));
        return busy === null;
      });
      return;
    }
    case 'change-configuration': {
      const { key, value } = order;
      await insist(site.api.post(`${own}/configuration/changes`, { key, value }));
      return;
    }
    case 'remote-stop': {
      const { items } = await insist(
        site.api.get(`/sessions?${new URLSearchParams({ stationId, state: 'running' })}`),
      );
      await insist(site.api.post(`${own}/commands`, { kind: 'remote-stop', sessionId: items[0].id }));
      return;
    }
    case 'update-firmware':
      await insist(
        site.api.post(`${own}/commands`, { ...order, location: 'http://127.0.0.1:9/firmware.bin' }),
      );
      return;
    case 'limit':
      await insist(site.api.post(`${own}/commands`, limitOrder(order)));
      return;
    case 'unlimit':
      await insist(site.api.post(`${own}/commands`, { kind: 'clear-charging-profile', connectorId: 1 }));
      return;
    default:
      await insist(site.api.post(`${own}/commands`, order));
  }
}

/** What is not as expected of orders, of what was learnt, and of what is known of the configuration. */
export async function orderComplaints(
  site: TestSite,
  { orders = [], learnt = {}, configuration = {} }: OddExpectation,
  stationId: string,
): Promise<readonly string[]> {
  const own = `/stations/${encodeURIComponent(stationId)}`;
  const complaints: string[] = [];
  if (orders.length > 0) {
    const { items } = await insist(site.api.get(`/commands?${new URLSearchParams({ stationId })}`));
    const states = items.map(({ state }: { readonly state: string }) => state).reverse();
    if (JSON.stringify(states) !== JSON.stringify(orders))
      complaints.push(`orders are ${JSON.stringify(states)} instead of ${JSON.stringify(orders)}`);
  }
  if (Object.keys(learnt).length > 0) {
    const { switches } = await insist(site.api.get(`${own}/behaviour`));
    for (const [name, value] of Object.entries(learnt)) {
      const seen = switches.find((one: { readonly name: string }) => one.name === name);
      if (seen?.value !== value || seen.from !== 'learnt')
        complaints.push(`${name} is ${JSON.stringify(seen)}`);
    }
  }
  if (Object.keys(configuration).length > 0) {
    const { entries } = await insist(site.api.get(`${own}/configuration`));
    for (const [key, value] of Object.entries(configuration)) {
      const seen = entries.find((one: { readonly key: string }) => one.key === key);
      if (seen?.value !== value) complaints.push(`${key} is ${JSON.stringify(seen)}`);
    }
  }
  return complaints;
}

function limitOrder({ connectorId, stackLevel, limitA }: Extract<OddOrder, { readonly kind: 'limit' }>) {
  return {
    kind: 'set-charging-profile',
    connectorId,
    profile: {
      purpose: connectorId === 0 ? 'ChargePointMaxProfile' : 'TxDefaultProfile',
      stackLevel,
      timing: 'Absolute',
      unit: 'A',
      periods: [{ startSeconds: 0, limit: limitA }],
    },
  };
}

async function insist(asked: ReturnType<TestSite['api']['get']>) {
  const { status, text, json } = await asked;
  if (status >= 300) throw new Error(`${status} ${text}`);
  return json;
}
