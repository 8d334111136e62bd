import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { installPackages, PACKAGES } from '@suimon/embedded';
import { buildIfNeeded } from './build.js';
import type { Installation } from './installation.js';
import { NO_TESTS, oneCheck, readJestResult, summaryLine, sum, type TestCounts } from './test-counts.js';

type Tell = (line: string) => void;

/** All checks and all tests, in the order in which a failure is cheapest. Always runs them all; the summary is the last line. */
export async function runTests(place: Installation, tell: Tell): Promise<number> {
  const results: [string, TestCounts][] = [];
  const record = (name: string, counts: TestCounts): void => {
    results.push([name, counts]);
    tell(`--- ${name}: ${summaryLine(counts)}`);
  };
  await installPackages([...PACKAGES.run, ...PACKAGES.test], tell);
  mkdirSync(place.cacheDir, { recursive: true });
  const reports = mkdtempSync(join(place.cacheDir, 'test-'));
  const jest = async (script: string): Promise<void> => {
    const report = join(reports, `${script.replace(':', '-')}.json`);
    const code = await npmRun(place.root, script, ['--json', `--outputFile=${report}`]);
    record(script, readJestResult(report, code));
  };
  try {
    for (const script of ['typecheck', 'lint']) record(script, oneCheck(await npmRun(place.root, script) === 0));
    await jest('test:unit');
    record('build', await buildIfNeeded(place, tell).then(() => NO_TESTS, (error: unknown) => { tell(String(error)); return oneCheck(false); }));
    await jest('test:int');
    await jest('test:e2e');
  } finally { rmSync(reports, { recursive: true, force: true }); }
  const total = sum(results.map(([, counts]) => counts));
  tell(results.map(([name, counts]) => `  ${name.padEnd(10)} ${summaryLine(counts)}`).join('\n'));
  tell(summaryLine(total));
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
}

/** Runs an npm script of the root; Jest's own report goes to stderr and its JSON to the file, so stdout stays readable. */
function npmRun(root: string, script: string, args: readonly string[] = []): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', ['run', '--silent', script, ...(args.length > 0 ? ['--', ...args] : [])], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, FORCE_COLOR: '0' } });
    child.once('error', reject);
    child.once('close', code => resolve(code ?? 1));
  });
}
