import { processEnvironment, type RunningPlaces } from './process-environment.js';
import { MIGRATE, PROCESSES, SEED, type ProcessRow } from './process-table.js';

const places: RunningPlaces = {
  apiPort: 1001, gatewayPort: 1002, databaseUrl: 'app-url', migrationUrl: 'owner-url', s3Endpoint: 'unix:/s3', clamd: 'unix:/clamd', redisUrl: null,
  s3: { api: { accessKey: 'api-key', secretKey: 'api-secret' }, mover: { accessKey: 'mover-key', secretKey: 'mover-secret' } },
  sessionSecret: 'session-secret', fieldKey: 'field-key', workspacesDir: '/w', datasetsDir: '/d', root: '/r', gatewayUid: 5, airlockGid: 6,
};
const everyRow: readonly ProcessRow[] = [...PROCESSES, MIGRATE, SEED];
const knowing = (value: string): string[] => everyRow.filter(row => Object.values(processEnvironment(row, places)).includes(value)).map(row => row.name);

describe('what each process is told', () => {
  it('gives the owner of the database to the migration alone', () => { expect(knowing('owner-url')).toEqual(['migrate']); });
  it('does not give the application’s role to the migration', () => { expect(knowing('app-url')).toEqual(['api', 'workspaces', 'gateway', 'worker', 'seed']); });
  it('gives the mover’s keys to the worker alone', () => { expect(knowing('mover-secret')).toEqual(['worker']); });
  it('gives the api’s keys to the api alone', () => { expect(knowing('api-secret')).toEqual(['api']); });
  it('shows clamd to the worker alone', () => { expect(knowing('unix:/clamd')).toEqual(['worker']); });
  it('gives the key of stored second factors to api and seed alone', () => { expect(knowing('field-key')).toEqual(['api', 'seed']); });
  it('gives the key of sessions to the api alone', () => { expect(knowing('session-secret')).toEqual(['api']); });
  it('shows the object store to api and worker alone', () => { expect(everyRow.filter(row => row.sockets.includes('s3')).map(row => row.name)).toEqual(['api', 'worker']); });
  it('has one process that is root', () => { expect(everyRow.filter(row => row.user === 'root').map(row => row.name)).toEqual(['workspaces']); });

  it('leaves out what is not given, and everything of its own', () => {
    const worker = PROCESSES.find(row => row.name === 'worker');
    if (!worker) throw new Error('no worker');
    process.env['SUIMON_PROBE'] = 'x';
    const env = processEnvironment(worker, places);
    delete process.env['SUIMON_PROBE'];
    expect(env).not.toHaveProperty('REDIS_URL');
    expect(env).not.toHaveProperty('SUIMON_PROBE');
    expect(processEnvironment(worker, { ...places, redisUrl: 'redis://r' })).toHaveProperty('REDIS_URL', 'redis://r');
  });

  it('gives every process a user of its own', () => {
    const users = PROCESSES.map(row => row.user === 'root' ? 'root' : String(row.user.uid));
    expect(new Set(users).size).toBe(users.length);
  });
});
