/** Time and memory. Times are in milliseconds, memory in mebibytes. */

/** After this much time on a stage, no further run of it is begun. */
const ENOUGH = 20_000;
const QUICK_ENOUGH = 3_000;

/** Runs a stage several times: its value, and the best and the median time. */
export function timeStage(work, { runs, quick }) {
  const times = [];
  let value;
  let spent = 0;
  while (times.length < runs && spent < (quick ? QUICK_ENOUGH : ENOUGH)) {
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
