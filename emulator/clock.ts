/** The local suite's clock: the real time, or a time that somebody has set and that runs on from there. */
import type { Clock } from '../functions/clock';

export interface LocalClock {
  now: Clock;
  /** Null sets it back to the real time. */
  set(instant: Date | null): void;
  /** Whether it shows another time than the real one. */
  isSet(): boolean;
  /** The listener is called whenever the clock has been set. */
  onSet(listener: () => void): void;
}

export const startClock = (): LocalClock => {
  let offset = 0;
  const listeners: (() => void)[] = [];
  return {
    now: () => new Date(Date.now() + offset),
    set: (instant) => {
      offset = instant === null ? 0 : instant.getTime() - Date.now();
      for (const listener of listeners) listener();
    },
    isSet: () => offset !== 0,
    onSet: (listener) => {
      listeners.push(listener);
    },
  };
};
