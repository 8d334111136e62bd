import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { oneCheck, readJestResult, sum, summaryLine } from './test-counts.js';

const folder = mkdtempSync(join(tmpdir(), 'suimon-counts-'));
const path = join(folder, 'report.json');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const result = (report: object, code: number): string => {
  writeFileSync(path, JSON.stringify(report));
  return summaryLine(readJestResult(path, code));
};

describe('test counts', () => {
  it('takes Jest’s own counts', () => {
    expect(result({ numPassedTests: 7, numFailedTests: 0, numPendingTests: 2, numTodoTests: 1 }, 0)).toBe('7 passed, 0 failed, 3 skipped');
  });

  it('counts a suite that could not be loaded as a failure', () => {
    expect(result({ numPassedTests: 7, numFailedTests: 1, numRuntimeErrorTestSuites: 2 }, 1)).toBe('7 passed, 3 failed, 0 skipped');
  });

  it('is not green when the run ended with an error', () => {
    expect(result({ numPassedTests: 7 }, 1)).toBe('7 passed, 1 failed, 0 skipped');
    expect(summaryLine(readJestResult(join(folder, 'none.json'), 0))).toBe('0 passed, 1 failed, 0 skipped');
  });

  it('adds up', () => {
    expect(summaryLine(sum([oneCheck(true), oneCheck(false), { passed: 3, failed: 0, skipped: 4 }]))).toBe('4 passed, 1 failed, 4 skipped');
  });
});
