import { endpoints } from '@suimon/contracts';
import { Enclave } from '@suimon/testing/harness/enclave';
import { median, timed } from './figure.js';
import type { Figure } from './figure.js';

const RUNS = 300;

/** A read through HTTP, session, rules and presenter against the one query it stands on. */
export async function apiRead(): Promise<readonly Figure[]> {
  const enclave = await Enclave.start();
  try {
    const researcher = await enclave.signedIn(await enclave.account('bench', ['researcher']));
    const { id } = await researcher.call(endpoints.applications.create, { body: { proposal: { title: 'Bench' } } });
    const compare = async (name: string, ours: () => Promise<unknown>, sql: string, params: unknown[]): Promise<Figure> => {
      const api = median(await timed(RUNS, ours));
      const raw = median(await timed(RUNS, () => enclave.dataSource.query(sql, params)));
      return { name, ours: api, raw, unit: 'ms', ratio: api / raw };
    };
    return [
      await compare('read one dataset (public), median', () => enclave.visitor().call(endpoints.catalogue.dataset, { params: { slug: 'test-cohort' } }), 'SELECT document, status FROM dataset WHERE slug = $1', ['test-cohort']),
      await compare('read one application (rules, facts), median', () => researcher.call(endpoints.applications.one, { params: { id } }), 'SELECT version, state FROM application WHERE id = $1', [id]),
    ];
  } finally { await enclave.stop(); }
}
