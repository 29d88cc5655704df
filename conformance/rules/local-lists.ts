import { becomes, order } from '../cases/orders.ts';
import { sendList } from '../cases/services/local-list.ts';
import type { Bench } from '../harness/bench.ts';
import type { ChargePoint, Payload } from '../harness/charge-point.ts';
import { equals, insist, shows } from '../harness/judge.ts';

const GREATEST = 2_147_483_647;

/** R51: errata 3.52; a station with 32 bits for the version must find room for it. */
export async function listVersionsInRange(bench: Bench): Promise<void> {
  const card = await bench.card();
  for (const version of [0, -1, GREATEST - 1, GREATEST]) {
    const chargePoint = await stationWithList(bench, { suffix: `AT${version}`, version });
    for (let count = 0; count < 3; count++) {
      const sent = await sendList(bench, chargePoint, { whole: true });
      insist('a version from 1 to 2³¹ − 1', sent.listVersion >= 1 && sent.listVersion <= GREATEST, sent);
      shows('the card', sent.localAuthorizationList, [{ idTag: card }]);
    }
  }
}

/** R52: OCPP 1.6 §5.15, after a difference that did not fit comes all of it. */
export async function mismatchedDifference(bench: Bench): Promise<void> {
  const first = await bench.card('A');
  const chargePoint = await stationWithList(bench);
  await sendList(bench, chargePoint, { whole: true });
  const second = await bench.card('B');
  const command = await order(bench, chargePoint, { kind: 'send-local-list' });
  const difference = await chargePoint.obeys('SendLocalList', { status: 'VersionMismatch' });
  shows('the difference', difference, {
    updateType: 'Differential',
    localAuthorizationList: [{ idTag: second }],
  });
  const whole = await chargePoint.obeys('SendLocalList');
  shows('all of it', whole, { updateType: 'Full' });
  equals('cards', cardsIn(whole).toSorted(), [first, second]);
  await becomes(bench, command, 'in-effect');
}

/** R53 */
export async function listInPortions(bench: Bench): Promise<void> {
  const cards: string[] = [];
  for (const suffix of ['A', 'B', 'C', 'D', 'E']) cards.push(await bench.card(suffix));
  const chargePoint = await stationWithList(bench, { perMessage: 2 });
  const command = await order(bench, chargePoint, { kind: 'send-local-list', whole: true });
  const sent: Payload[] = [];
  for (let count = 0; count < 3; count++) sent.push(await chargePoint.obeys('SendLocalList'));
  equals(
    'kinds',
    sent.map(({ updateType }) => updateType),
    ['Full', 'Differential', 'Differential'],
  );
  equals('cards', sent.flatMap(cardsIn).toSorted(), cards);
  for (const one of sent) insist('two cards at most', one.localAuthorizationList.length <= 2, one);
  const versions = sent.map(({ listVersion }) => listVersion);
  equals(
    'rising versions',
    versions,
    [...new Set(versions)].toSorted((a, b) => a - b),
  );
  await becomes(bench, command, 'in-effect');
}

/** A station that says which version it has and how much it takes; the version is the one it took last. */
async function stationWithList(
  bench: Bench,
  { suffix = '', version = 0, perMessage = 100 } = {},
): Promise<ChargePoint> {
  const chargePoint = await bench.chargePoint(suffix);
  let taken = version;
  chargePoint.always('GetConfiguration', () => ({
    configurationKey: [
      { key: 'LocalAuthListMaxLength', readonly: true, value: '500' },
      { key: 'SendLocalListMaxLength', readonly: true, value: String(perMessage) },
    ],
  }));
  chargePoint.always('GetLocalListVersion', () => {
    const last = chargePoint.lastAsked('SendLocalList');
    if (last !== null) taken = last.listVersion;
    return { listVersion: taken };
  });
  return chargePoint;
}

function cardsIn({ localAuthorizationList }: Payload): readonly string[] {
  return localAuthorizationList.map(({ idTag }: Payload) => idTag);
}
