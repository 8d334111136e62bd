import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { projectDataset, removeHalfMade } from './dataset-projection.js';

let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'suimon-projection-'));
  await mkdir(join(directory, 'cohort/1.0.0'), { recursive: true });
  await writeFile(join(directory, 'cohort/1.0.0/visits.csv'), 'person_id,ph.ecog,age,note\n1,0,40,"a, ""b"""\n2,1,50,\n');
  await writeFile(join(directory, 'cohort/1.0.0/drugs.csv'), 'person_id,drug\n1,x\n');
});
afterEach(() => rm(directory, { recursive: true, force: true }));
const scope = (...items: string[]) => ({ slug: 'cohort', version: '1.0.0', items });

describe('the release a project sees', () => {
  test('R054: holds the approved columns and no other, in the order of the source', async () => {
    const release = await projectDataset(directory, scope('visits.age', 'visits.ph.ecog', 'visits.note'));
    expect(await readdir(join(directory, 'cohort', release.version))).toEqual(['visits.csv']);
    expect(await readFile(join(directory, 'cohort', release.version, 'visits.csv'), 'utf8')).toBe('ph.ecog,age,note\n0,40,"a, ""b"""\n1,50,\n');
  });
  test('is made once for a scope, whatever the order of its columns', async () => {
    const [one, two] = await Promise.all([projectDataset(directory, scope('visits.age', 'drugs.drug')), projectDataset(directory, scope('drugs.drug', 'visits.age'))]);
    expect(one).toEqual(two);
  });
  test('a column that the data lack is an error, and nothing half made is left', async () => {
    await expect(projectDataset(directory, scope('visits.age', 'visits.income'))).rejects.toMatchObject({ reason: 'dataset-missing' });
    expect(await readdir(join(directory, 'cohort'))).toEqual(['1.0.0']);
  });
  test('an unknown dataset is an error', async () => { await expect(projectDataset(directory, { slug: 'none', version: '1.0.0', items: ['a.b'] })).rejects.toMatchObject({ reason: 'dataset-missing' }); });
  test('what a crash left half made is removed', async () => {
    await mkdir(join(directory, 'cohort/.making-x'));
    await removeHalfMade(directory);
    expect(await readdir(join(directory, 'cohort'))).toEqual(['1.0.0']);
  });
});
