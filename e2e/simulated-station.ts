import { type ChargePoint, createChargePoint } from '#ocpp/simulator/charge-point.ts';
import { seededRandom } from '#ocpp/simulator/random.ts';
import { realTime } from '#ocpp/simulator/time.ts';

/** A wallbox that reconnects and measures faster than a real one, so that nobody has to wait. */
export function simulatedStation(url: string, id: string, password?: string): ChargePoint {
  return createChargePoint({
    url,
    id,
    password,
    time: realTime(),
    random: seededRandom(7),
    vendor: 'Example',
    model: 'Wallbox 22',
    registerWh: 1_234_500,
    meterIntervalMs: 1_000,
    reconnectMs: 300,
  });
}
