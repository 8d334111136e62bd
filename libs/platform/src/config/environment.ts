import { z } from 'zod';

/** One variable of a process: its meaning is printed into the generated configuration page. */
const url = (protocols: readonly string[]): z.ZodString => z.string().refine((value) => protocols.some((protocol) => value.startsWith(protocol)), `must start with ${protocols.join(' or ')}`);
const database = url(['postgres://', 'postgresql://']).describe('Postgres connection of the application role.');
const port = (fallback: number) => z.coerce.number().int().min(1).max(65_535).default(fallback);
const directory = z.string().min(1);
const secret = z.string().regex(/^[0-9a-f]{64,}$/, 'must be at least 64 hexadecimal digits');

const common = { DATABASE_URL: database, SUIMON_POLICY_DIR: directory.describe("Folder of the institution's policy files."), SUIMON_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info').describe('Least severe log line written.') };
const store = {
  S3_ENDPOINT: url(['unix:', 'http://', 'https://']).describe('Object store: `unix:/path/of.sock` or a URL.'),
  S3_ACCESS_KEY: z.string().min(1).describe("Access key of this process's own identity."),
  S3_SECRET_KEY: z.string().min(1).describe('Its secret key.'),
};
const queue = { REDIS_URL: url(['redis://', 'rediss://', 'unix:']).optional().describe('Redis for the queue; without it the queue is in Postgres.') };
const portal = { SUIMON_BASE_URL: url(['http://', 'https://']).describe('Address that browsers use for the portal.') };

/** Every variable that any process reads, by process. Each process parses its own once, at start. */
export const ENVIRONMENTS = {
  api: z.object({
    ...common, ...store, ...portal,
    SUIMON_PORT: port(8080).describe('Port of the HTTP API and the portal.'), SUIMON_HOST: z.string().default('127.0.0.1').describe('Address to listen on.'),
    SUIMON_GATEWAY_URL: url(['ws://', 'wss://']).describe('Address that browsers use for the desktop gateway.'),
    SUIMON_SESSION_SECRET: secret.describe('Signs session cookies.'), SUIMON_FIELD_KEY: secret.describe('Encrypts one-time-code secrets at rest (AES-256-GCM).'),
    SUIMON_PORTAL_DIR: directory.optional().describe('Built portal to serve; without it only the API answers.'),
    SUIMON_DEMO: z.enum(['0', '1']).default('0').describe('1 shows that this is a demonstration.'),
    SUIMON_SESSION_IDLE_MINUTES: z.coerce.number().int().min(1).default(60).describe('Minutes without a request after which a session ends.'),
  }),
  gateway: z.object({ ...common, ...portal, SUIMON_GATEWAY_PORT: port(8081).describe('Port of the desktop gateway.'), SUIMON_HOST: z.string().default('127.0.0.1').describe('Address to listen on.'), SUIMON_WORKSPACES_DIR: directory.describe('Root of the single-host workspaces.'), SUIMON_DATASETS_DIR: directory.describe('Dataset releases; not opened by this process.'), SUIMON_GATEWAY_UID: z.coerce.number().int().optional().describe('User id of this process, for which display sockets are handed over; default root.') }),
  workspaces: z.object({ ...common, SUIMON_WORKSPACES_DIR: directory.describe('Root of the single-host workspaces.'), SUIMON_DATASETS_DIR: directory.describe('Dataset releases: `<slug>/<version>/<table>.csv`.'), SUIMON_GATEWAY_UID: z.coerce.number().int().optional().describe('User id of the gateway, which alone may open display sockets.'), SUIMON_AIRLOCK_GID: z.coerce.number().int().optional().describe('Group id of the airlock worker, which may read outboxes.') }),
  worker: z.object({ ...common, ...store, ...queue, 
    CLAMD: url(['unix:', 'tcp:']).describe('ClamAV daemon: `unix:/path` or `tcp:host:port`.'),
    CLAMD_MAX_STREAM_MIB: z.coerce.number().int().min(1).max(2047).default(1900).describe("clamd's StreamMaxLength in MiB; a larger file is never clean."),
    SUIMON_WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(4).describe('Jobs at work at the same time; each may hold one part of an upload (8 MiB) in memory.'),
    SUIMON_DEMO: z.enum(['0', '1']).default('0').describe('1 accepts test signatures, which bear no date; otherwise nothing is clean by them.'),
    SUIMON_WORKSPACES_DIR: directory.describe('Root of the single-host workspaces.'), SUIMON_DATASETS_DIR: directory.describe('Dataset releases; not opened by this process.'), SUIMON_AIRLOCK_GID: z.coerce.number().int().optional().describe('Group id of the airlock worker, which may read outboxes.') }),
  migrate: z.object({ DATABASE_MIGRATION_URL: url(['postgres://', 'postgresql://']).describe("Postgres connection of the schema's owner.") }),
  seed: z.object({ ...common, SUIMON_FIELD_KEY: secret.describe('As for the API.'), SUIMON_DATASETS_DIR: directory.describe('Where the demo data are written.'), SUIMON_DEMO_DIR: directory.optional().describe('Folder of the demo data; by default `demo` beside the policy folder.') }),
} as const;
export type EnvironmentName = keyof typeof ENVIRONMENTS;
export type Environment<Name extends EnvironmentName> = z.output<(typeof ENVIRONMENTS)[Name]>;

/** Parses the environment of a process. A failure names every bad variable, never a value. */
export function readEnvironment<Name extends EnvironmentName>(name: Name, source: Readonly<Record<string, string | undefined>> = process.env): Environment<Name> {
  const parsed = ENVIRONMENTS[name].safeParse(source);
  if (parsed.success) return parsed.data as Environment<Name>;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.code === 'invalid_type' ? 'is missing' : issue.message}`);
  throw new Error(`The ${name} process cannot start; these variables are missing or wrong:\n${[...new Set(lines)].join('\n')}`);
}
