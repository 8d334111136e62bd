import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { endpoints } from '@suimon/contracts';
import type { WorkspaceView } from '@suimon/contracts';
import { PostgresUnitOfWork, RecordQueries } from '@suimon/persistence';
import { ChangeFeed, makeLogger, randomIds, systemClock } from '@suimon/platform';
import { Enclave } from '@suimon/testing/harness/enclave';
import { openProject } from '@suimon/testing/harness/people-of-a-project';
import type { OpenedProject } from '@suimon/testing/harness/people-of-a-project';
import { CommandRunner, WorkspaceCommands } from '@suimon/use-cases';
import { SingleHostDisplayConnector, SingleHostRuntime } from '@suimon/workspace-runtime';
import { WebSocket } from 'ws';
import { DesktopGateway } from '../gateway/desktop-gateway.js';
import { DesktopTickets } from './desktop-tickets.js';
import { WorkspaceController } from './workspace-controller.js';

const { people, workspaces } = endpoints;
const logger = makeLogger('test', 'silent');
let enclave: Enclave; let project: OpenedProject; let feed: ChangeFeed; let runtime: SingleHostRuntime; let controller: WorkspaceController; let gateway: DesktopGateway; let gatewayUrl = ''; let running: Promise<void>; let directory = '';
const server = createServer();
const cgroupName = `suimon-test-${process.pid}`;

const startController = (): void => {
  const unitOfWork = new PostgresUnitOfWork(enclave.dataSource);
  runtime = new SingleHostRuntime({ rootDir: join(directory, 'workspaces'), datasetsDir: join(directory, 'datasets'), runtimeDir: join(directory, 'run'), cgroupName });
  const commands = new WorkspaceCommands(new CommandRunner(unitOfWork, systemClock), unitOfWork, systemClock, randomIds, enclave.policy);
  controller = new WorkspaceController({ commands, runtime, records: new RecordQueries(enclave.dataSource), unitOfWork, policy: enclave.policy, clock: systemClock, feed, logger, datasetsDir: join(directory, 'datasets') });
  running = controller.run();
};
async function until(status: WorkspaceView['status'], id: string): Promise<WorkspaceView> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const view = await project.lead.call(workspaces.one, { params: { id } });
    if (view.status === status) return view;
    if (Date.now() > deadline) throw new Error(`still ${view.status} (${view.reason ?? ''}), not ${status}`);
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  }
}
/** Opens the desktop as a browser does; resolves with what the display said first, and gives the closing code later. */
async function openDesktop(ticketUrl: string, origin = enclave.url): Promise<{ greeting: string; closed: Promise<number>; socket: WebSocket }> {
  const socket = new WebSocket(`${gatewayUrl}${new URL(ticketUrl).pathname}${new URL(ticketUrl).search}`, ['binary'], { origin });
  const closed = new Promise<number>((resolve) => { socket.on('close', resolve); socket.on('error', () => resolve(0)); });
  const greeting = await Promise.race([new Promise<string>((resolve) => { socket.once('message', (data) => resolve(Buffer.from(data as Buffer).toString('latin1'))); }), closed.then((code) => `closed ${code}`)]);
  return { greeting, closed, socket };
}
const start = async (): Promise<WorkspaceView> => until('ready', (await project.lead.call(workspaces.start, { params: { id: project.projectId }, body: { profileId: 'standard', placeDeclared: true } })).id);
const stop = async (id: string): Promise<void> => { await project.lead.call(workspaces.stop, { params: { id }, body: { reason: 'done' } }); await until('stopped', id); };

beforeAll(async () => {
  enclave = await Enclave.start();
  directory = await mkdtemp(join(tmpdir(), 'suimon-life-'));
  await mkdir(join(directory, 'datasets/test-cohort/1.0.0'), { recursive: true });
  await writeFile(join(directory, 'datasets/test-cohort/1.0.0/visits.csv'), 'person_id,hba1c,age\n1,6.1,40\n2,7.2,50\n3,5.5,60\n');
  project = await openProject(enclave, 'life');
  feed = new ChangeFeed(enclave.postgres.appUrl, logger);
  await feed.start();
  startController();
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  gatewayUrl = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const unitOfWork = new PostgresUnitOfWork(enclave.dataSource);
  gateway = new DesktopGateway({ server, tickets: new DesktopTickets(enclave.dataSource), workspaces: new WorkspaceCommands(new CommandRunner(unitOfWork, systemClock), unitOfWork, systemClock, randomIds, enclave.policy), displays: new SingleHostDisplayConnector({ rootDir: join(directory, 'workspaces'), datasetsDir: join(directory, 'datasets'), runtimeDir: join(directory, 'run') }), unitOfWork, clock: systemClock, feed, dataSource: enclave.dataSource, logger, portalOrigin: enclave.url });
}, 120_000);
afterAll(async () => {
  gateway.close();
  server.close();
  controller.stop();
  await running;
  for (const { workspaceId } of await runtime.observe()) await runtime.stop(workspaceId);
  await feed.stop();
  await enclave.stop();
  await rm(directory, { recursive: true, force: true });
}, 60_000);

describe('a workspace on one host', () => {
  test('starts in real steps, shows its desktop to its owner through the gateway, and stops', async () => {
    const ready = await start();
    const { url } = await project.lead.call(workspaces.desktopTicket, { params: { id: ready.id }, body: {} });
    const desktop = await openDesktop(url);
    expect(desktop.greeting).toMatch(/^RFB 003\.008/);
    await stop(ready.id);
    expect([4001, 4002]).toContain(await desktop.closed);
    expect(await runtime.observe()).toEqual([]);
  }, 90_000);

  test('a ticket opens one desktop once, and only from the portal', async () => {
    const ready = await start();
    const { url } = await project.lead.call(workspaces.desktopTicket, { params: { id: ready.id }, body: {} });
    expect((await openDesktop(url, 'https://elsewhere.example')).greeting).toBe('closed 0');
    const first = await openDesktop(url);
    expect(first.greeting).toMatch(/^RFB/);
    expect((await openDesktop(url)).greeting).toBe('closed 4003');
    first.socket.close();
  }, 90_000);

  test('survives a restart of the controller', async () => {
    controller.stop();
    await running;
    startController();
    const [view] = (await project.lead.call(workspaces.list)).items;
    await new Promise((resolve) => { setTimeout(resolve, 2500); });
    expect((await project.lead.call(workspaces.one, { params: { id: view?.id ?? '' } })).status).toBe('ready');
  }, 30_000);

  test('I17: when the project is suspended, live desktops close within seconds and the workspace ends by itself', async () => {
    const [view] = (await project.lead.call(workspaces.list)).items;
    const id = view?.id ?? '';
    const { url } = await project.lead.call(workspaces.desktopTicket, { params: { id }, body: {} });
    const desktop = await openDesktop(url);
    const before = Date.now();
    await project.security.call(endpoints.projects.suspend, { params: { id: project.projectId }, body: { reason: 'A drill of suspension.' } });
    expect([4001, 4002]).toContain(await desktop.closed);
    expect(Date.now() - before).toBeLessThan(5000);
    expect((await until('stopped', id)).reason).toBe('entitlement-ended');
    await project.security.call(endpoints.projects.resume, { params: { id: project.projectId }, body: { reason: 'End of the drill.' } });
  }, 60_000);

  test('a workspace whose processes died is failed with a coded reason, cleaned, and can be started again', async () => {
    const ready = await start();
    await runtime.stop(ready.id);
    const failed = await until('failed', ready.id);
    expect(failed.reason).toBe('desktop-exited');
    expect(failed.commands.start).toBeNull();
    await stop((await start()).id);
  }, 120_000);

  test('a start can be cancelled', async () => {
    const starting = await project.lead.call(workspaces.start, { params: { id: project.projectId }, body: { profileId: 'standard', placeDeclared: true } });
    await project.lead.call(workspaces.stop, { params: { id: starting.id }, body: { reason: 'changed my mind' } });
    await until('stopped', starting.id);
    expect(await runtime.observe()).toEqual([]);
  }, 60_000);

  test('signing out closes the desktop', async () => {
    const ready = await start();
    const { url } = await project.lead.call(workspaces.desktopTicket, { params: { id: ready.id }, body: {} });
    const desktop = await openDesktop(url);
    await project.lead.call(people.signOut);
    expect(await desktop.closed).toBe(4001);
  }, 60_000);
});
