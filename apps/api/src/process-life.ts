/** Resolves when the process is asked to end. */
export const untilStopped = (): Promise<void> => new Promise((resolve) => {
  process.once('SIGTERM', () => resolve());
  process.once('SIGINT', () => resolve());
});
