/** Time and memory. Times are in milliseconds, memory in mebibytes. */

/** A stage is run until it has taken this much time in all, so that short ones are measured warm; */
const LEAST = { full: 2_000, quick: 700 };
/** but no more often than this, */
const MOST_RUNS = 25;
/** and after this much time no further run is begun, however few there were. */
const ENOUGH = { full: 20_000, quick: 4_000 };

/** Runs a stage several times: its value, and the best and the median time. */
export function timeStage(work, { runs, quick }) {
  const mode = quick ? 'quick' : 'full';
  const times = [];
  let value;
  let spent = 0;
  while ((times.length < runs || (spent < LEAST[mode] && times.length < MOST_RUNS)) && spent < ENOUGH[mode]) {
    value = undefined;
    globalThis.gc?.();
    const start = performance.now();
    value = work();
    const time = performance.now() - start;
    times.push(time);
    spent += time;
  }
  return { value, times: { best: Math.min(...times), median: median(times), runs: times.length } };
}

function median(values) {
  const sorted = [...values].sort((x, y) => x - y);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The most memory that this process ever held (resident set), in MiB. */
export function peakMemory() {
  return process.resourceUsage().maxRSS / 1024;
}
