import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The checkout. */
export const ROOT = resolve(import.meta.dirname, '../../..');

/** Looked at once: a test run sees one tree. */
let listed: readonly string[] | undefined;
const texts = new Map<string, string>();

/** Every file that is committed or could be by mistake: tracked, or untracked and not ignored. Paths from the root. */
export const repositoryFiles = (): readonly string[] => listed ??=
  execFileSync('git', ['-c', 'safe.directory=*', 'ls-files', '-co', '--exclude-standard', '-z'], { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
    .split('\0').filter((path) => path !== '' && existsSync(join(ROOT, path)) && statSync(join(ROOT, path)).isFile()).sort();

export const read = (path: string): string => {
  const known = texts.get(path) ?? readFileSync(join(ROOT, path), 'utf8');
  texts.set(path, known);
  return known;
};

/** Sources of the product and its tests, by a pattern of their paths. */
export const sources = (pattern: RegExp): readonly { readonly path: string; readonly text: string }[] =>
  repositoryFiles().filter((path) => /^(apps|libs|test)\/.*\.(tsx?|mjs|cjs)$/.test(path) && pattern.test(path)).map((path) => ({ path, text: read(path) }));

export const isTest = (path: string): boolean => /\.spec\.tsx?$/.test(path) || path.startsWith('test/') || path.startsWith('libs/testing/') || /^libs\/[^/]+\/(test|src\/testing)\//.test(path);

/** Runs a program of `node_modules` on the pinned Node, wherever the tests themselves run. */
export function runTool(script: string, args: readonly string[], cwd: string): { readonly code: number | null; readonly stdout: string; readonly stderr: string } {
  const pinned = join(ROOT, 'node_modules', '.bin', 'node');
  const { status, stdout, stderr } = spawnSync(existsSync(pinned) ? pinned : process.execPath, [join(ROOT, 'node_modules', script), ...args], { cwd, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  return { code: status, stdout, stderr };
}
