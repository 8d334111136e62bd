import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { read, ROOT, repositoryFiles, runTool } from './repository.js';

/** Packages that snippets import; on the bench they are empty, for only their names count. */
const PACKAGES = ['zod', 'pg', 'typeorm', 'minio', 'react', 'pino', 'bullmq', '@nestjs/common', '@nestjs/platform-express', 'express', 'ws'];
const BENCH_FILES = ['.oxlintrc.json', '.dependency-cruiser.cjs', 'tsconfig.base.json', 'test/architecture/house-rules.mjs'];

/** A small tree with our workspaces, our rules and none of our code, into which bad code can be put and looked at. */
export class Bench {
  readonly root = mkdtempSync(join(tmpdir(), 'suimon-fences-'));

  constructor() {
    for (const file of BENCH_FILES) this.put(file, read(file));
    for (const manifest of repositoryFiles().filter((path) => /^(apps|libs)\/[^/]+\/package\.json$/.test(path))) {
      const place = dirname(manifest);
      this.put(manifest, read(manifest));
      this.put(`${place}/src/index.ts`, 'export const here = true;\n');
      mkdirSync(join(this.root, 'node_modules/@suimon'), { recursive: true });
      symlinkSync(join(this.root, place), join(this.root, 'node_modules/@suimon', place.split('/')[1] ?? ''));
    }
    for (const name of PACKAGES) {
      this.put(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
      this.put(`node_modules/${name}/index.js`, 'module.exports = {};\n');
    }
  }

  put(path: string, text: string): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), text);
  }
  copy(path: string): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    copyFileSync(join(ROOT, path), join(this.root, path));
  }

  /** Names of the dependency fences that each file breaks. */
  cruise(): ReadonlyMap<string, readonly string[]> {
    const { stdout, stderr } = runTool('dependency-cruiser/bin/dependency-cruiser.mjs', ['-c', '.dependency-cruiser.cjs', 'apps', 'libs', '--output-type', 'json'], this.root);
    if (!stdout.startsWith('{')) throw new Error(`dependency-cruiser did not run: ${stdout}${stderr}`);
    const { summary } = JSON.parse(stdout) as { summary: { violations: readonly { from: string; rule: { name: string } }[] } };
    return grouped(summary.violations.map(({ from, rule }) => [from, rule.name]));
  }

  /** Codes of the lint errors in each file. */
  lint(): ReadonlyMap<string, readonly string[]> {
    const { stdout, stderr } = runTool('oxlint/bin/oxlint', ['--disable-nested-config', '-c', '.oxlintrc.json', '-f', 'json', 'apps', 'libs'], this.root);
    if (!stdout.startsWith('{')) throw new Error(`oxlint did not run: ${stdout}${stderr}`);
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: readonly { filename: string; code: string; severity: string }[] };
    return grouped(diagnostics.filter(({ severity }) => severity === 'error').map(({ filename, code }) => [filename, code]));
  }

  remove(): void { rmSync(this.root, { recursive: true, force: true }); }
}

function grouped(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const [key, value] of pairs) groups.set(key, [...(groups.get(key) ?? []), value]);
  return groups;
}
