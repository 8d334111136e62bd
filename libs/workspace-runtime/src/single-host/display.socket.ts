import { chmod, chown, lchown, lstat, mkdir, rm } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { dirname, join } from 'node:path';
import type { Duplex } from 'node:stream';
import type { DisplayConnector } from '@suimon/use-cases/workspaces/workspace-runtime.port';
import { DISPLAY_SOCKET } from './sandbox.plan.js';
import { type SingleHostOptions, type SingleHostSettings, singleHostSettings } from './single-host.options.js';

const GREETING_MS = 2_000;

/** Makes an empty display folder in which the display server of this uid may create its socket. */
export async function openDisplayFolder(settings: SingleHostSettings, workspaceId: string, uid: number): Promise<void> {
  const dir = settings.layout.displayDir(workspaceId);
  await rm(dir, { recursive: true, force: true });
  await mkdir(dirname(dir), { recursive: true, mode: 0o711 });
  await mkdir(dir, { mode: 0o700 });
  await chown(dir, uid, 0);
}

/**
 * Hands the socket to the gateway before the first program of the researcher runs. From then on the workspace can
 * neither reach nor replace it: otherwise a link to another workspace's socket would lead the gateway astray.
 */
export async function handDisplayToGateway(settings: SingleHostSettings, workspaceId: string): Promise<void> {
  const dir = settings.layout.displayDir(workspaceId);
  const socket = join(dir, DISPLAY_SOCKET);
  await chown(dir, settings.gatewayUid, 0);
  await chmod(dir, 0o700);
  if (!(await lstat(socket)).isSocket()) throw new Error('the display is not a socket');
  await lchown(socket, settings.gatewayUid, 0);
  await chmod(socket, 0o600);
}

export async function removeDisplayFolder(settings: SingleHostSettings, workspaceId: string): Promise<void> {
  await rm(settings.layout.displayDir(workspaceId), { recursive: true, force: true });
}

/** True once a display server greets with its protocol version. */
export async function displayGreets(settings: SingleHostSettings, workspaceId: string): Promise<boolean> {
  return greets(join(settings.layout.displayDir(workspaceId), DISPLAY_SOCKET));
}

async function greets(path: string): Promise<boolean> {
  if (!(await lstat(path).catch(() => null))?.isSocket()) return false;
  return new Promise((resolve) => {
    const socket = connect({ path });
    const end = (answer: boolean) => { socket.destroy(); resolve(answer); };
    socket.setTimeout(GREETING_MS, () => end(false));
    socket.once('error', () => end(false)).once('close', () => end(false));
    socket.once('data', (bytes) => end(bytes.toString('latin1').startsWith('RFB ')));
  });
}

/** Opens displays for the gateway. It needs no right but those of `gatewayUid`, and trusts only what root handed over. */
export class SingleHostDisplayConnector implements DisplayConnector {
  private readonly settings: SingleHostSettings;

  constructor(options: SingleHostOptions) { this.settings = singleHostSettings(options); }

  async connect(workspaceId: string): Promise<Duplex> {
    const dir = this.settings.layout.displayDir(workspaceId);
    const path = join(dir, DISPLAY_SOCKET);
    const [folder, socket] = await Promise.all([lstat(dir), lstat(path)]).catch(() => { throw new Error('this workspace has no display'); });
    const handedOver = folder.isDirectory() && socket.isSocket() && [folder, socket].every((one) => one.uid === this.settings.gatewayUid && (one.mode & 0o077) === 0);
    if (!handedOver) throw new Error('this workspace has no display');
    return opened(connect({ path }));
  }
}

async function opened(socket: Socket): Promise<Socket> {
  return new Promise((resolve, reject) => {
    socket.once('connect', () => { socket.off('error', reject); resolve(socket); });
    socket.once('error', reject);
  });
}
