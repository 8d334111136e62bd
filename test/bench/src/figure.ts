/** One measured figure. `ratio` is ours against the raw part: of speed where larger is better, of time where it is a latency. */
export interface Figure { readonly name: string; readonly ours: number; readonly raw: number | null; readonly unit: string; readonly ratio: number | null }

export const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
/** Milliseconds that each of `runs` calls took, after a warm-up of a tenth of them. */
export async function timed(runs: number, work: () => Promise<unknown>): Promise<readonly number[]> {
  for (let run = 0; run < runs / 10; run += 1) await work();
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times;
}
