/** The port cannot be listened on because another program does. Never answered by taking another port. */
export class PortInUse extends Error {
  override readonly name = 'PortInUse';
  readonly host: string;
  readonly port: number;

  constructor(host: string, port: number) {
    super(`port ${port} on ${host} is used by another program`);
    this.host = host;
    this.port = port;
  }
}
