import { readFileSync } from 'node:fs';
import { freePort, isPortFree, writeFileAtomically } from '@suimon/embedded';

export interface Ports { readonly api: number; readonly gateway: number; readonly postgres: number | undefined }

const DEFAULTS = { api: 8480, gateway: 8481 };
const TRIES = 20;

/** Ports for this start: what the operator asks for, else those of the last start, else the defaults; the next free one where taken. */
export async function choosePorts(file: string, env: NodeJS.ProcessEnv, tell: (line: string) => void): Promise<Ports> {
  const last = lastPorts(file);
  const api = await nextFree(asked(env, 'SUIMON_PORT') ?? last.api ?? DEFAULTS.api, [], tell);
  const gateway = await nextFree(asked(env, 'SUIMON_GATEWAY_PORT') ?? last.gateway ?? DEFAULTS.gateway, [api], tell);
  return { api, gateway, postgres: last.postgres };
}

export function keepPorts(file: string, ports: Ports): void {
  writeFileAtomically(file, `${JSON.stringify(ports)}\n`, 0o644);
}

async function nextFree(wished: number, used: readonly number[], tell: (line: string) => void): Promise<number> {
  for (let port = wished; port < Math.min(wished + TRIES, 65_536); port += 1) {
    if (used.includes(port) || !await isPortFree(port)) continue;
    if (port !== wished) tell(`port ${wished} is taken by another program; using ${port} instead`);
    return port;
  }
  const any = await freePort();
  tell(`ports ${wished} to ${wished + TRIES - 1} are taken by other programs; using ${any} instead`);
  return any;
}

function asked(env: NodeJS.ProcessEnv, name: string): number | undefined {
  const text = env[name];
  if (!text) return undefined;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`${name} must be a port number`);
  return port;
}

function lastPorts(file: string): Partial<Ports> {
  try { return JSON.parse(readFileSync(file, 'utf8')) as Partial<Ports>; } catch { return {}; }
}
