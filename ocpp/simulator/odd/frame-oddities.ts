import { type OddLine, openOddLine } from './odd-line.ts';
import { acceptedNumber, boot, charge, start, startFields, stop, stopFields } from './odd-session.ts';
import { type OddStage, type OddStation, USUAL_SESSION } from './odd-station.ts';
import { openRawSocket } from './raw-socket.ts';

/** Odd frames on a good line. */
export const frameOddities: readonly OddStation[] = [
  {
    id: 'reserved-bits',
    title: 'compresses its frames although nobody agreed to that',
    seenAt: 'ocpp-go#358',
    rows: ['T8'],
    expects: { sessions: [USUAL_SESSION], deviations: ['reserved-bits'] },
    async run(stage) {
      const raw = await openRawSocket(stage.url + encodeURIComponent(stage.stationId), [
        'Upgrade: websocket',
        'Connection: Upgrade',
        'Sec-WebSocket-Protocol: ocpp1.6',
      ]);
      raw.writeFrame('[2,"1","Heartbeat",{}]', 0xc1);
      const { opcode, payload } = await raw.nextFrame();
      if (opcode !== 8 || payload.readUInt16BE(0) !== 1002)
        throw new Error('the line was not closed with 1002');
      raw.socket.end();
      await once(stage, (line) => charge(line));
    },
  },
  {
    id: 'deaf-to-pings',
    title: 'never answers pings, but speaks',
    seenAt: 'EVerest (libwebsockets #1135), StarCharge (lbbrhzn#1096)',
    rows: ['T9'],
    expects: { sessions: [USUAL_SESSION] },
    async run(stage) {
      const line = await openOddLine(stage, { autoPong: false });
      await charge(line);
      await line.close();
    },
  },
  {
    id: 'null-payload',
    title: 'writes null where no fields are meant',
    seenAt: 'SteVe#1109',
    rows: ['T16'],
    expects: { sessions: [USUAL_SESSION], deviations: ['payload-null', 'null-field'] },
    run: (stage) =>
      once(stage, async (line) => {
        await line.ok('Heartbeat', null);
        await charge(line, { reservationId: null });
      }),
  },
  {
    id: 'padded-frames',
    title: 'puts a byte order mark, blanks and line ends around its frames',
    seenAt: 'gateways of several makers',
    rows: ['T21'],
    expects: { sessions: [USUAL_SESSION], deviations: ['frame-padded'] },
    run: (stage) =>
      once(stage, async (line) => {
        const frame = JSON.stringify([2, 's', 'StartTransaction', startFields(stage)], null, 2);
        const answer = await line.say(`\ufeff\r\n  ${frame} \n`, 's');
        if (answer.kind !== 'result') throw new Error('the padded start was not answered');
        await stop(line, acceptedNumber(answer.payload));
      }),
  },
  {
    id: 'glued-frames',
    title: 'sends two messages in one frame, and each again when no answer comes',
    seenAt: 'gateways of several makers',
    rows: ['T21'],
    expects: { sessions: [USUAL_SESSION], deviations: ['frame-unreadable'] },
    run: (stage) =>
      once(stage, async (line) => {
        const first = JSON.stringify([2, 'a', 'Heartbeat', {}]);
        const second = JSON.stringify([2, 'b', 'StartTransaction', startFields(stage)]);
        line.send(first + second);
        await charge(line);
      }),
  },
  {
    id: 'fragmented-frames',
    title: 'cuts its messages into many WebSocket fragments',
    seenAt: 'libwebsockets with small buffers',
    rows: ['T21'],
    expects: { sessions: [USUAL_SESSION] },
    run: (stage) =>
      once(stage, async (line) => {
        const transactionId = await start(line);
        const frame = JSON.stringify([2, 'f', 'StopTransaction', stopFields(stage, transactionId)]);
        for (const part of (frame.match(/.{1,16}/gs) ?? []).slice(0, -1))
          line.socket.send(part, { fin: false });
        const answer = await line.say(frame.slice(-(frame.length % 16 || 16)), 'f');
        if (answer.kind !== 'result') throw new Error('the stop in fragments was not answered');
      }),
  },
  {
    id: 'same-message-ids',
    title: 'counts its message ids from 1 after each boot and uses some of them twice',
    seenAt: 'Alfen (SteVe#1347)',
    rows: ['T25'],
    expects: { sessions: [USUAL_SESSION, USUAL_SESSION] },
    async run(stage) {
      for (const meterStart of [1_000, 6_000])
        await once(stage, async (line) => {
          await line.ok('Heartbeat', {}, '1');
          const fields = startFields(stage, {
            meterStart,
            timestamp: new Date(stage.now() - 3_600_000 + meterStart).toISOString(),
          });
          const transactionId = acceptedNumber(await line.ok('StartTransaction', fields, '1'));
          const stopping = stopFields(stage, transactionId, { meterStop: meterStart + 5_000 });
          await line.ok('StopTransaction', stopping, '1');
        });
    },
  },
  {
    id: 'long-message-ids',
    title: 'sends message ids of 80 characters, numbers and empty ones',
    seenAt: 'several makers',
    rows: ['T25'],
    expects: {
      sessions: [USUAL_SESSION],
      deviations: ['message-id-too-long', 'message-id-number', 'message-id-empty'],
    },
    run: (stage) =>
      once(stage, async (line) => {
        await line.ok('Heartbeat', {}, 'x'.repeat(80));
        await line.ok('Heartbeat', {}, '');
        const transactionId = acceptedNumber(await line.ok('StartTransaction', startFields(stage), 7));
        await line.ok('StopTransaction', stopFields(stage, transactionId), 8);
      }),
  },
  {
    id: 'bytes-instead-of-text',
    title: 'sends a binary frame and comes back with text',
    seenAt: 'gateways of several makers',
    rows: ['T21'],
    expects: { sessions: [USUAL_SESSION] },
    async run(stage) {
      const line = await openOddLine(stage);
      line.socket.send(Buffer.from('[2,"1","Heartbeat",{}]'));
      const code = await line.ended;
      if (code !== 1003) throw new Error(`the line was closed with ${code}`);
      await once(stage, (next) => charge(next));
    },
  },
  {
    id: 'invalid-json',
    title: 'now and then writes what is no JSON',
    seenAt: 'Grizzl-E (lbbrhzn#899)',
    rows: ['Q16'],
    expects: { sessions: [USUAL_SESSION], deviations: ['frame-unreadable'] },
    run: (stage) =>
      once(stage, async (line) => {
        const transactionId = await start(line);
        line.send('[2,"9","MeterValues",{"connectorId":1,"meterValue":[{"timest');
        await stop(line, transactionId);
      }),
  },
  {
    id: 'boots-without-end',
    title: 'boots again and again before it works',
    seenAt: 'ABB Terra (lbbrhzn#1275), evcc#30113, METRON (OCPP.Core#31)',
    rows: ['T13', 'Q23'],
    expects: { sessions: [USUAL_SESSION] },
    async run(stage) {
      for (let round = 0; round < 5; round++) await once(stage, (line) => boot(line));
      await once(stage, (line) => charge(line));
    },
  },
];

/** Speaks over a line of its own, and hangs up. */
export async function once(stage: OddStage, speak: (line: OddLine) => Promise<void>): Promise<void> {
  const line = await openOddLine(stage);
  await speak(line);
  await line.close();
}
