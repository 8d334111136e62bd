import { readFileSync } from 'node:fs';

export interface TestCounts { readonly passed: number; readonly failed: number; readonly skipped: number }

export const NO_TESTS: TestCounts = { passed: 0, failed: 0, skipped: 0 };

/** A check without tests of its own, such as the type checker, counts as one. */
export const oneCheck = (ok: boolean): TestCounts => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 });

export const sum = (all: readonly TestCounts[]): TestCounts => all.reduce((total, each) => ({
  passed: total.passed + each.passed, failed: total.failed + each.failed, skipped: total.skipped + each.skipped,
}), NO_TESTS);

export const summaryLine = (counts: TestCounts): string => `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`;

/**
 * The counts of one Jest run. A suite that could not even be loaded is one failure, and so is a run that ended with an
 * error although no test failed (no report, an open database, a wrong option): nothing may be green by accident.
 */
export function readJestResult(path: string, exitCode: number): TestCounts {
  let report: { numPassedTests?: number; numFailedTests?: number; numPendingTests?: number; numTodoTests?: number; numRuntimeErrorTestSuites?: number };
  try { report = JSON.parse(readFileSync(path, 'utf8')) as typeof report; } catch { return oneCheck(false); }
  const failed = (report.numFailedTests ?? 0) + (report.numRuntimeErrorTestSuites ?? 0);
  return {
    passed: report.numPassedTests ?? 0,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0),
  };
}
