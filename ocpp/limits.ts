/** What a socket may ask of us. Every one of them can be set, mostly so that tests need not wait. */
export interface OcppLimits {
  /** Largest frame of a station that is new, has not authenticated and not yet said anything valid, in bytes. */
  readonly firstFrameBytes: number;
  /** Largest frame, in bytes. Stops with thousands of meter values are legitimate. */
  readonly frameBytes: number;
  /** Messages per second that one station may send for long. `Infinity` switches the limit off. */
  readonly messagesPerSecond: number;
  /** Messages one station may send at once, as after a day without network. */
  readonly messageBurst: number;
  /** Calls of one station that may wait while an earlier one is handled, before its socket is not read. */
  readonly waitingCalls: number;
  /** Frames in a row that are no JSON, before the connection is closed. */
  readonly unreadableFrames: number;
  /** Answers that a station may leave unread, in bytes, before the connection is cut. */
  readonly unreadAnswerBytes: number;
  readonly pingIntervalMs: number;
  readonly callTimeoutMs: number;
  readonly headersTimeoutMs: number;
  readonly handshakeTimeoutMs: number;
  readonly tlsHandshakeTimeoutMs: number;
  readonly connections: number;
  /** Sockets of one address that have not been admitted yet. */
  readonly pendingSocketsPerAddress: number;
  /** Connections of one station per hour before it is held to one per minute. */
  readonly reconnectsPerHour: number;
  /** How long the station already connected has to show life when another one claims to be it. */
  readonly duplicateProbeMs: number;
  readonly closeTimeoutMs: number;
}

export const defaultLimits: OcppLimits = {
  firstFrameBytes: 64 * 1024,
  frameBytes: 2 * 1024 * 1024,
  messagesPerSecond: 20,
  messageBurst: 200,
  waitingCalls: 16,
  unreadableFrames: 5,
  unreadAnswerBytes: 1024 * 1024,
  pingIntervalMs: 30_000,
  callTimeoutMs: 30_000,
  headersTimeoutMs: 10_000,
  handshakeTimeoutMs: 15_000,
  tlsHandshakeTimeoutMs: 10_000,
  connections: 1050,
  pendingSocketsPerAddress: 20,
  reconnectsPerHour: 60,
  duplicateProbeMs: 5000,
  closeTimeoutMs: 3000,
};
