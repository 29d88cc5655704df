import { isAscii } from 'node:buffer';
import type { RawData } from 'ws';
import type { ConnectionClose, ConnectionFacts, StationConnection } from './connection.ts';
import { decodeFrame, type FrameFaultKind } from './frame.ts';
import { createInbox } from './inbox.ts';
import { startKeepAlive } from './keep-alive.ts';
import { createOutgoingCalls } from './outgoing-calls.ts';
import { noted, type RefusedCall, readCall, readDamagedCall } from './read-call.ts';
import { createReadingGate } from './reading-gate.ts';
import type { ReceivedCall } from './received-call.ts';
import type { Traffic } from './traffic.ts';
import type { DeviationKind } from './v16/deviation.ts';
import { maskFrame, maskUnreadable } from './v16/mask-secrets.ts';
import { callUnlessTakenAway, unlessTakenAway } from './without-actions.ts';

/** A connection as the server sees it. */
export interface LiveConnection extends StationConnection {
  /** Pings, and tells whether the station showed any life within the time. */
  showsLifeWithin(ms: number): Promise<boolean>;
  /** Begins nothing more; resolves when the call being handled has been answered. */
  drain(): Promise<void>;
}

/** Takes over an upgraded socket. Reports through the hooks; never throws because of what a station sends. */
export function openConnection(facts: ConnectionFacts): LiveConnection {
  const { socket, clock, limits, hooks } = facts;
  const openedAt = clock.now();
  const lifeListeners = new Set<() => void>();
  let lastHeardAt = openedAt;
  let trusted = facts.authenticated || facts.heardBefore;
  let unreadableInARow = 0;
  let brokenBy: string | undefined;
  let closed = false;

  const calls = createOutgoingCalls({
    clock,
    timeoutMs: limits.callTimeoutMs,
    nextMessageId: facts.nextMessageId,
    write,
    report,
  });
  const inbox = createInbox({
    onCall: (call) => hooks.onCall(connection, call),
    onRefused: reportRefused,
    onFailed: reportFailed,
    onProgress: () => gate.adjust(),
    write,
    close,
  });
  const gate = createReadingGate({ socket, clock, limits, waiting: () => inbox.waiting });
  const keepAlive = startKeepAlive({
    intervalMs: limits.pingIntervalMs,
    ping: () => socket.ping(),
    onDead() {
      // While we do not read, silence is our own doing.
      if (socket.isPaused) keepAlive.heard();
      else cut('silence', 'silent');
    },
  });

  socket.on('message', receive);
  socket.on('ping', hear);
  socket.on('pong', hear);
  socket.on('error', (error: NodeJS.ErrnoException) => {
    brokenBy = error.message;
    // RFC 6455 §5.2: bits of an extension that was not negotiated; the line is closed with 1002 (ocpp-go#358).
    if (error.code === 'WS_ERR_UNEXPECTED_RSV_1') reportUnreadable('', 'compressed', ['reserved-bits']);
    if (error.code !== 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH') return;
    // The socket is being closed already; why, nobody else would say.
    reportUnreadable('', 'too-long');
    finish({ code: 1009, reason: 'frame too long', by: 'central-system', at: clock.now() });
  });
  socket.on('close', (code, reason) => {
    const by = code === 1006 ? 'network' : 'station';
    finish({ code, reason: brokenBy ?? reason.toString(), by, at: clock.now() });
  });

  const connection: LiveConnection = {
    stationId: facts.stationId,
    address: facts.address,
    openedAt,
    authenticated: facts.authenticated,
    security: facts.security,
    handshakeDeviations: facts.handshakeDeviations,
    get lastHeardAt() {
      return lastHeardAt;
    },
    call: callUnlessTakenAway(facts.without, calls.call),
    close,
    showsLifeWithin,
    drain: inbox.stop,
  };
  return connection;

  function receive(data: RawData, isBinary: boolean): void {
    if (closed) return;
    hear();
    if (isBinary || !Buffer.isBuffer(data)) {
      reportUnreadable('', 'binary');
      close(1003, 'binary frames are not OCPP-J');
      return;
    }
    if (!trusted && data.length > limits.firstFrameBytes) {
      reportUnreadable(data.toString(), 'too-long');
      close(1009, 'first frame too long');
      return;
    }
    read(textOf(data));
    gate.spend();
  }

  function read(raw: string): void {
    const frame = decodeFrame(raw);
    const hasVendorText = frame.kind === 'call' && frame.action === 'DataTransfer';
    const arrival = { raw: hasVendorText ? maskFrame(raw) : raw, receivedAt: lastHeardAt };
    switch (frame.kind) {
      case 'call':
        take(unlessTakenAway(facts.without, readCall(frame, arrival)));
        return;
      case 'result':
      case 'error':
        unreadableInARow = 0;
        calls.takeAnswer(frame, raw);
        return;
      case 'fault':
        if (frame.call === undefined) countUnreadable(raw, frame.fault, frame.oddities);
        else take(readDamagedCall({ ...frame, call: frame.call }, arrival));
        return;
    }
  }

  function take(call: ReceivedCall | RefusedCall): void {
    unreadableInARow = 0;
    if (call.validity === 'valid' || call.validity === 'repaired') trusted = true;
    inbox.accept(call);
  }

  function countUnreadable(raw: string, fault: FrameFaultKind, oddities: readonly DeviationKind[]): void {
    reportUnreadable(raw, fault, oddities);
    calls.takeDamaged(raw);
    unreadableInARow++;
    if (unreadableInARow >= limits.unreadableFrames) close(1008, 'too many unreadable frames');
  }

  function hear(): void {
    lastHeardAt = clock.now();
    keepAlive.heard();
    for (const listener of lifeListeners) listener();
  }

  function showsLifeWithin(ms: number): Promise<boolean> {
    // Whoever has just sent more than we read is alive, but its pong would lie unread.
    if (socket.isPaused) return Promise.resolve(true);
    return new Promise((resolve) => {
      const timer = setTimeout(() => settle(false), ms);
      const onLife = () => settle(true);
      const settle = (alive: boolean) => {
        clearTimeout(timer);
        lifeListeners.delete(onLife);
        resolve(alive);
      };
      lifeListeners.add(onLife);
      socket.ping();
    });
  }

  function write(frame: string): void {
    if (closed) return;
    socket.send(frame);
    if (socket.bufferedAmount > limits.unreadAnswerBytes) cut('central-system', 'does not read');
  }

  function close(code: number, reason: string): void {
    if (closed) return;
    finish({ code, reason, by: 'central-system', at: clock.now() });
    socket.close(code, reason);
    const timer = setTimeout(() => socket.terminate(), limits.closeTimeoutMs / 2);
    socket.once('close', () => clearTimeout(timer));
  }

  function cut(by: ConnectionClose['by'], reason: string): void {
    finish({ code: 1006, reason, by, at: clock.now() });
    socket.terminate();
  }

  function finish(ending: ConnectionClose): void {
    if (closed) return;
    closed = true;
    keepAlive.stop();
    gate.stop();
    void inbox.stop();
    calls.close();
    hooks.onClose(connection, ending);
  }

  function report(traffic: Traffic): void {
    hooks.onTraffic(connection, traffic);
  }

  function reportUnreadable(
    raw: string,
    fault: FrameFaultKind | 'too-long' | 'binary' | 'compressed',
    oddities: readonly DeviationKind[] = [],
  ): void {
    report({
      kind: 'unreadable-frame',
      at: lastHeardAt,
      raw: maskUnreadable(raw),
      fault,
      deviations: noted(oddities),
    });
  }

  function reportRefused(call: RefusedCall, answer: string): void {
    const { validity: _, receivedAt: at, ...refusal } = call;
    report({ kind: 'refused-call', at, ...refusal, raw: maskFrame(refusal.raw), answer });
  }

  function reportFailed(call: ReceivedCall, error: unknown): void {
    const { messageId, action } = call;
    report({ kind: 'handler-failed', at: clock.now(), messageId, action, error });
  }
}

/** Nearly every frame is plain ASCII, which is read several times faster as what it is. */
function textOf(data: Buffer): string {
  return data.toString(isAscii(data) ? 'latin1' : 'utf8');
}
