import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { policySchema } from '@suimon/contracts';
import type { Policy } from '@suimon/domain';

/** Reads the institution's policy (R019): one JSON file a subject. Throws, naming the file or field, when it is not valid. */
export async function readPolicy(directory: string): Promise<{ policy: Policy; hash: string }> {
  const readJson = async (file: string): Promise<unknown> => {
    try { return JSON.parse(await readFile(join(directory, file), 'utf8')); } catch (error) { throw new Error(`policy file ${file} cannot be read: ${error instanceof Error ? error.message : 'unknown'}`); }
  };
  const folder = async (name: string): Promise<unknown[]> => Promise.all((await readdir(join(directory, name))).filter((file) => file.endsWith('.json')).sort().map((file) => readJson(join(name, file))));
  const [committee, form, airlock, workspace, training, agreements] = await Promise.all([readJson('committee.json'), readJson('application-form.json'), readJson('airlock.json'), readJson('workspace.json'), folder('training'), folder('agreements')]);
  const policy: Policy = policySchema.parse({ committee, form, airlock, workspace, training, agreements });
  return { policy, hash: createHash('sha256').update(JSON.stringify(policy)).digest('hex') };
}
