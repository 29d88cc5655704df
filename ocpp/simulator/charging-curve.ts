/** How much power a car takes over a session. */
export interface ChargingCurve {
  /** Time to full, in ms. */
  readonly durationMs: number;
  /** Power at a moment after the start, in W; 0 once the car is full. */
  powerAt(elapsedMs: number): number;
}

/** Share of the energy that is charged at full power before it tapers off. */
const FULL_POWER_SHARE = 0.8;
const LAST_POWER_SHARE = 0.2;

/** Full power for most of the energy, then falling in a straight line to a fifth. Its area is the energy. */
export function chargingCurve(energyWh: number, maxPowerW: number): ChargingCurve {
  const fullMs = (energyWh * FULL_POWER_SHARE * 3_600_000) / maxPowerW;
  const meanTaperW = (maxPowerW * (1 + LAST_POWER_SHARE)) / 2;
  const taperMs = (energyWh * (1 - FULL_POWER_SHARE) * 3_600_000) / meanTaperW;

  return {
    durationMs: fullMs + taperMs,
    powerAt(elapsedMs) {
      if (elapsedMs < fullMs) return maxPowerW;
      if (elapsedMs >= fullMs + taperMs) return 0;
      return maxPowerW * (1 - ((elapsedMs - fullMs) / taperMs) * (1 - LAST_POWER_SHARE));
    },
  };
}
