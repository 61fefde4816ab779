/** Progress on standard error, for what takes more than a second and only then. */
import { type Io, tell } from './io.ts';

/** Silence at most, in milliseconds. */
const PATIENCE = 1000;

export interface Progress {
  /**
   * Says what begins now. It is told at once when a second has passed, else when it has taken that long. Said again, it
   * goes on: a stage that keeps the processor busy does so now and then, as no timer can speak meanwhile.
   */
  readonly stage: (name: string) => void;
  /** Nothing more is to be told. */
  readonly end: () => void;
}

export function startProgress(io: Io): Progress {
  const start = performance.now();
  let timer: NodeJS.Timeout | undefined;
  let pending: string | undefined;
  let current: string | undefined;
  const flush = (): void => {
    if (pending !== undefined) tell(io, `${pending} …`);
    pending = undefined;
  };
  const stop = (): void => {
    clearTimeout(timer);
    // A stage that kept the processor busy could not let the timer speak: its name is told late rather than never.
    if (performance.now() - start > PATIENCE) flush();
    pending = undefined;
  };
  return {
    stage: (name) => {
      if (name === current) {
        if (performance.now() - start > PATIENCE) flush();
        return;
      }
      stop();
      current = name;
      pending = name;
      const left = PATIENCE - (performance.now() - start);
      if (left <= 0) flush();
      else timer = setTimeout(flush, left);
    },
    end: stop,
  };
}
