import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, chmod, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { RuntimeError } from '@suimon/use-cases';
import { parse } from 'csv-parse';
import { stringify } from 'csv-stringify';

/** What a committee approved of one dataset; `items` are `table.column` names. */
export interface ApprovedScope { readonly slug: string; readonly version: string; readonly items: readonly string[] }
/** A folder `<datasetsDir>/<slug>/<version>` as it is mounted. */
export interface DatasetRelease { readonly slug: string; readonly version: string }

/**
 * Makes the release a project may see: the approved columns and nothing else (R054, R228). Named after the columns, so
 * the same scope is made once; built beside its place and renamed, so a crash leaves nothing half made.
 */
export async function projectDataset(datasetsDir: string, scope: ApprovedScope): Promise<DatasetRelease> {
  const columns = columnsByTable(scope.items);
  const hash = createHash('sha256').update([...scope.items].sort().join('\n')).digest('hex').slice(0, 16);
  const release = { slug: scope.slug, version: `${scope.version}-scope-${hash}` };
  const target = join(datasetsDir, release.slug, release.version);
  if (await exists(target)) return release;
  const source = join(datasetsDir, scope.slug, scope.version);
  if (!(await exists(source))) throw new RuntimeError('dataset-missing', `${scope.slug} ${scope.version}`);
  const making = join(datasetsDir, release.slug, `.making-${randomUUID()}`);
  try {
    await mkdir(making, { mode: 0o755 });
    for (const [table, wanted] of columns) await projectTable(join(source, `${table}.csv`), join(making, `${table}.csv`), wanted);
    await rename(making, target).catch(async (error: unknown) => { if (!(await exists(target))) throw error; });
  } catch (error) {
    throw error instanceof RuntimeError ? error : new RuntimeError('storage-unavailable', error instanceof Error ? error.message : 'unknown');
  } finally {
    await rm(making, { recursive: true, force: true });
  }
  return release;
}

/** Removes what a crash left half made. */
export async function removeHalfMade(datasetsDir: string): Promise<void> {
  for (const slug of await readdir(datasetsDir).catch(() => [])) {
    const left = (await readdir(join(datasetsDir, slug)).catch(() => [])).filter((name) => name.startsWith('.making-'));
    for (const name of left) await rm(join(datasetsDir, slug, name), { recursive: true, force: true });
  }
}

function columnsByTable(items: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const tables = new Map<string, string[]>();
  for (const item of items) {
    // A table has no dot in its name; a column may.
    const dot = item.indexOf('.');
    tables.set(item.slice(0, dot), [...(tables.get(item.slice(0, dot)) ?? []), item.slice(dot + 1)]);
  }
  return tables;
}

/** Streams one CSV, keeping the approved columns in the order of the source. A column the source lacks is an error, not a gap. */
async function projectTable(source: string, target: string, wanted: readonly string[]): Promise<void> {
  let kept: readonly string[] | null = null;
  const keep = parse({
    columns: (header: string[]) => {
      kept = header.filter((name) => wanted.includes(name));
      if (kept.length !== wanted.length) throw new RuntimeError('dataset-missing', 'an approved column is not in the data');
      return header;
    },
  });
  await pipeline(createReadStream(source), keep, async function* (rows: AsyncIterable<Record<string, string>>) {
    let isFirst = true;
    for await (const row of rows) {
      if (isFirst) { yield [...(kept ?? [])]; isFirst = false; }
      yield (kept ?? []).map((name) => row[name] ?? '');
    }
    if (isFirst) yield [...(kept ?? [])];
  }, stringify(), createWriteStream(target, { mode: 0o444 }));
  await chmod(target, 0o444);
}

const exists = (path: string): Promise<boolean> => access(path).then(() => true, () => false);
