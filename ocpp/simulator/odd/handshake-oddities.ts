import { openOddLine } from './odd-line.ts';
import { charge, start, stop } from './odd-session.ts';
import { type OddStage, type OddStation, USUAL_SESSION } from './odd-station.ts';
import { openRawSocket } from './raw-socket.ts';

/** Odd ways to come to the door. */
export const handshakeOddities: readonly OddStation[] = [
  {
    id: 'no-subprotocol',
    title: 'offers no WebSocket subprotocol',
    seenAt: 'Grizzl-E (lbbrhzn#442), SteVe#1109',
    rows: ['T1', 'Q1'],
    setting: { missingProtocolAllowed: true },
    expects: { sessions: [USUAL_SESSION], deviations: ['no-subprotocol'] },
    run: (stage) => chargeOver(stage, { protocols: [] }),
  },
  {
    id: 'foreign-origin',
    title: 'names an origin as if it were a page of somebody else',
    seenAt: 'Grizzl-E',
    rows: ['T2'],
    expects: { sessions: [USUAL_SESSION] },
    run: (stage) => chargeOver(stage, { headers: { Origin: 'http://example.org' } }),
  },
  {
    id: 'odd-path',
    title: 'puts something before the path, a slash behind it and a query at its end',
    seenAt: 'Ocular, EN+',
    rows: ['T3', 'Q6'],
    expects: { sessions: [USUAL_SESSION] },
    run: (stage) => chargeOver(stage, { address: `${pathOf(stage, '/steve//ocpp/')}/?v=1` }),
  },
  {
    id: 'identity-twice',
    title: 'adds its identity to an address that has it already',
    seenAt: 'EN+',
    rows: ['T3', 'Q6'],
    expects: { sessions: [USUAL_SESSION] },
    run: (stage) =>
      chargeOver(stage, { address: `${pathOf(stage, '/ocpp/')}/${encodeURIComponent(stage.stationId)}` }),
  },
  {
    id: 'identity-in-small-letters',
    title: 'writes its identity in small letters until somebody corrects it',
    seenAt: 'EN+',
    rows: ['T3'],
    expects: { sessions: [USUAL_SESSION], refused: 'unknown-station', recognised: true },
    async run(stage) {
      await isTurnedAway(stage, { address: stage.url + encodeURIComponent(stage.stationId.toLowerCase()) });
      await chargeOver(stage, {});
    },
  },
  {
    id: 'password-as-bytes',
    title: 'sends the bytes of a password that was typed in as hexadecimal digits',
    seenAt: 'Zaptec, UseAuthorizationKeyWithoutDecoding=false',
    rows: ['T4'],
    setting: { password: 'c0ffee00112233445566778899aabbccddeeff01' },
    expects: { sessions: [USUAL_SESSION] },
    run: (stage) => chargeOver(stage, { headers: basic(stage, Buffer.from(stage.password ?? '', 'hex')) }),
  },
  {
    id: 'password-as-digits',
    title: 'sends the hexadecimal digits of a password of sixteen characters',
    seenAt: 'Zaptec, UseAuthorizationKeyWithoutDecoding=true',
    rows: ['T4'],
    setting: { password: 'sixteen-letters!' },
    expects: { sessions: [USUAL_SESSION] },
    run: (stage) =>
      chargeOver(stage, {
        headers: basic(stage, Buffer.from(Buffer.from(stage.password ?? '').toString('hex'))),
      }),
  },
  {
    id: 'basic-colon',
    title: 'writes a colon after the word Basic',
    seenAt: 'ShellRecharge simulator #38',
    rows: ['T5'],
    setting: { password: 'a-password-of-some-kind' },
    expects: { sessions: [USUAL_SESSION], deviations: ['basic-scheme-misspelt'] },
    run(stage) {
      const { Authorization } = basic(stage, Buffer.from(stage.password ?? ''));
      return chargeOver(stage, { headers: { Authorization: Authorization.replace('Basic', 'Basic:') } });
    },
  },
  {
    id: 'empty-password',
    title: 'can only be told an empty password',
    seenAt: 'Wallbox, Autel, Mennekes',
    rows: ['T6'],
    expects: { sessions: [USUAL_SESSION] },
    run: (stage) => chargeOver(stage, { headers: basic(stage, Buffer.alloc(0)) }),
  },
  {
    id: 'odd-headers',
    title: 'spells the headers of its handshake in its own way',
    seenAt: 'Cahors (ev-server)',
    rows: ['Q2'],
    expects: { sessions: [USUAL_SESSION] },
    run: (stage) => chargeAfterRawHandshake(stage, 'connection: keep-alive, UPGRADE'),
  },
  {
    id: 'ocpp-two-protocol',
    title: 'offers OCPP 2.0.1 and speaks 1.6, until somebody corrects it',
    seenAt: 'FoxESS',
    rows: ['T50'],
    expects: { sessions: [USUAL_SESSION], refused: 'other-subprotocol' },
    async run(stage) {
      await isTurnedAway(stage, { protocols: ['ocpp2.0.1'] });
      await chargeOver(stage, {});
    },
  },
  {
    id: 'probes-first',
    title: 'connects, hangs up at once and comes back',
    seenAt: 'FoxESS (lbbrhzn PR #2012)',
    rows: ['Q3'],
    expects: { sessions: [USUAL_SESSION] },
    async run(stage) {
      await (await openOddLine(stage)).close();
      await chargeOver(stage, {});
    },
  },
  {
    id: 'two-sockets',
    title: 'opens a second socket and never closes the first',
    seenAt: 'ChargeX (ev-server PR #2388), ts-ocpp#19, OpenEMS#2906',
    rows: ['T11', 'Q4'],
    expects: { sessions: [USUAL_SESSION] },
    async run(stage) {
      const first = await openOddLine(stage);
      const transactionId = await start(first);
      const second = await openOddLine(stage);
      await stop(second, transactionId);
      await first.ended;
      await second.close();
    },
  },
  {
    id: 'socket-per-message',
    title: 'opens a new socket for each message and takes the first frame for the answer',
    seenAt: 'openWB',
    rows: ['Q5'],
    expects: { sessions: [USUAL_SESSION] },
    async run(stage) {
      const first = await openOddLine(stage);
      const transactionId = await start(first);
      if (first.heard.length > 0) throw new Error('something came before the answer');
      await first.close();
      const second = await openOddLine(stage);
      await second.ok('Heartbeat', {});
      await second.close();
      const third = await openOddLine(stage);
      await stop(third, transactionId);
      await third.close();
    },
  },
  {
    id: 'never-boots',
    title: 'sends no BootNotification when it connects',
    seenAt: 'Wallbox firmware 6, ABB, Alfen, Webasto (lbbrhzn#1529)',
    rows: ['T12', 'Q8'],
    expects: { sessions: [USUAL_SESSION] },
    run: (stage) => chargeOver(stage, {}),
  },
];

async function chargeOver(stage: OddStage, handshake: Parameters<typeof openOddLine>[1]): Promise<void> {
  const line = await openOddLine(stage, handshake);
  await charge(line);
  await line.close();
}

async function isTurnedAway(stage: OddStage, handshake: Parameters<typeof openOddLine>[1]): Promise<void> {
  const letIn = await openOddLine(stage, handshake).then(
    () => true,
    () => false,
  );
  if (letIn) throw new Error('it was let in');
}

function pathOf({ url, stationId }: OddStage, path: string): string {
  return url.replace('/ocpp/', path) + encodeURIComponent(stationId);
}

function basic({ stationId }: OddStage, password: Buffer) {
  const credentials = Buffer.concat([Buffer.from(`${stationId}:`), password]).toString('base64');
  return { Authorization: `Basic ${credentials}` };
}

/** Proves with one heartbeat that the line works; the session is told over an ordinary one. */
async function chargeAfterRawHandshake(stage: OddStage, connection: string): Promise<void> {
  const address = stage.url + encodeURIComponent(stage.stationId);
  const raw = await openRawSocket(address, [
    'UPGRADE: WebSocket',
    connection,
    'SEC-WEBSOCKET-PROTOCOL: ocpp1.6',
  ]);
  if (!raw.statusLine.includes('101')) throw new Error(`refused with ${raw.statusLine}`);
  raw.writeFrame('[2,"1","Heartbeat",{}]', 0x81);
  const { payload } = await raw.nextFrame();
  if (!payload.toString().startsWith('[3,"1",')) throw new Error(`answered with ${payload}`);
  raw.socket.end();
  await chargeOver(stage, {});
}
