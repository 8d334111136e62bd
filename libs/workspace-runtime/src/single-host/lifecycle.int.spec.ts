import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { access, readdir, readFile, readlink, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { START_STEPS, type WorkspaceSpec } from '@suimon/use-cases/workspaces/workspace-runtime.port';
import { eventually, requireHost, WorkspaceHarness } from '../../test/workspace.harness.js';
import { SingleHostDisplayConnector } from './display.socket.js';
import { singleHostSettings } from './single-host.options.js';

const NOTHING = () => undefined;
const exists = (path: string) => access(path).then(() => true, () => false);

describe('the life of a workspace', () => {
  let harness: WorkspaceHarness;
  const strays: ChildProcess[] = [];

  beforeEach(async () => { requireHost(); harness = await WorkspaceHarness.create(); });
  afterEach(async () => { for (const stray of strays.splice(0)) stray.kill('SIGKILL'); await harness.dispose(); }, 60_000);

  const initPid = async (spec: WorkspaceSpec): Promise<number> => JSON.parse(await readFile(harness.run(spec, 'state.json'), 'utf8')).init.pid;
  const commandOf = (pid: number) => readFile(`/proc/${pid}/comm`, 'utf8').then((text) => text.trim(), () => '');
  async function pidOf(spec: WorkspaceSpec, command: string): Promise<number> {
    for (const pid of await harness.processes(spec)) if ((await commandOf(pid)) === command) return pid;
    throw new Error(`${command} does not run`);
  }
  async function greeting(workspaceId: string): Promise<string> {
    const display = await new SingleHostDisplayConnector(harness.options).connect(workspaceId);
    const [bytes] = await once(display, 'data');
    display.destroy();
    return String(bytes).trim();
  }
  async function nothingLeft(spec: WorkspaceSpec): Promise<void> {
    expect(await harness.runtime.observe()).toEqual([]);
    expect(await harness.processes(spec)).toEqual([]);
    for (const folder of await harness.cgroupFolders()) expect(await exists(join(folder, spec.workspaceId))).toBe(false);
    expect(await exists(join(harness.options.rootDir, 'run', spec.workspaceId))).toBe(false);
    expect(await readdir(harness.options.runtimeDir ?? '').catch(() => [])).toEqual([]);
    expect(await readFile('/proc/self/mountinfo', 'utf8')).not.toContain(basename(harness.base));
  }

  it('starts in four steps, is observed, and shows a display', async () => {
    const steps: string[] = [];
    await harness.runtime.start(harness.spec('w1'), (step) => steps.push(step));
    expect(steps).toEqual(START_STEPS);
    expect(await harness.runtime.observe()).toEqual([{ workspaceId: 'w1', phase: 'running' }]);
    expect(await greeting('w1')).toBe('RFB 003.008');
  }, 60_000);

  it('goes on when it is started again, and is replaced when it is wanted otherwise', async () => {
    const spec = harness.spec('w1');
    await harness.runtime.start(spec, NOTHING);
    const first = await initPid(spec);
    await harness.runtime.start(structuredClone(spec), NOTHING);
    expect(await initPid(spec)).toBe(first);
    await harness.runtime.start({ ...spec, datasets: [] }, NOTHING);
    expect(await initPid(spec)).not.toBe(first);
    expect(await exists(`/proc/${first}/root`)).toBe(false);
  }, 60_000);

  it('leaves no process, mount, cgroup or socket when it is stopped, and every file of its people', async () => {
    const spec = harness.spec('w1');
    await harness.startWithScript(spec, 'echo kept > /project/a; echo kept > /outbox/b; setsid sleep 1000 & nohup sleep 1000 &');
    const init = await initPid(spec);
    await harness.runtime.stop('w1');
    await nothingLeft(spec);
    expect(await exists(`/proc/${init}/root`)).toBe(false);
    expect(await readFile(join(harness.share(spec), 'a'), 'utf8')).toBe('kept\n');
    expect(await readFile(join(harness.folder(spec, 'outbox'), 'b'), 'utf8')).toBe('kept\n');
    await expect(new SingleHostDisplayConnector(harness.options).connect('w1')).rejects.toThrow('no display');
    await harness.runtime.stop('w1');
  }, 60_000);

  it('outlives its controller, which leaves no open file of its own inside', async () => {
    const spec = harness.spec('w1');
    const starter = fileURLToPath(new URL('../../test/starter.ts', import.meta.url));
    const leaked = join(harness.base, 'leaked');
    await writeFile(leaked, 'a file the controller was started with');
    const node = `exec 77<"$0"; exec "$1" --conditions=@suimon/source --import @swc-node/register/esm-register "$2" "$3" "$4"`;
    const controller = spawn('bash', ['-c', node, leaked, process.execPath, starter, JSON.stringify(harness.options), JSON.stringify(spec)], { stdio: ['ignore', 'pipe', 'inherit'] });
    strays.push(controller);
    let said = '';
    controller.stdout.on('data', (bytes) => { said += String(bytes); });
    await eventually(async () => said.includes('started'), 60_000);
    expect(await readlink(`/proc/${controller.pid}/fd/77`)).toBe(leaked);
    controller.kill('SIGKILL');
    await once(controller, 'exit');

    expect(await harness.runtime.observe()).toEqual([{ workspaceId: 'w1', phase: 'running' }]);
    expect(await greeting('w1')).toBe('RFB 003.008');
    for (const pid of await harness.processes(spec)) {
      const open = await Promise.all((await readdir(`/proc/${pid}/fd`)).map((fd) => readlink(`/proc/${pid}/fd/${fd}`).catch(() => '')));
      expect(open).not.toContain(leaked);
    }
    await harness.runtime.stop('w1');
    await nothingLeft(spec);
  }, 120_000);

  it('runs beside another, each with a uid and a gid of its own', async () => {
    const [one, two] = [harness.spec('w1'), harness.spec('w2', { projectId: 'p2' })];
    const results = await Promise.all([one, two].map((spec) => harness.startWithScript(spec, 'id -u; id -g; ls /proc | grep -c "^[0-9]"')));
    const [first, second] = results.map((text) => text.trim().split('\n').map(Number));
    expect(first?.[0]).toBeGreaterThanOrEqual(200_000);
    expect(new Set([first?.[0], second?.[0]]).size).toBe(2);
    expect(new Set([first?.[1], second?.[1]]).size).toBe(2);
    await harness.runtime.stop('w1');
    expect(await harness.runtime.observe()).toEqual([{ workspaceId: 'w2', phase: 'running' }]);
  }, 60_000);

  it('runs nothing as root, nothing with a capability, and nothing inside without the filter', async () => {
    const spec = harness.spec('w1');
    await harness.runtime.start(spec, NOTHING);
    const hostNamespace = await readlink('/proc/self/ns/pid');
    let inside = 0;
    for (const pid of await harness.processes(spec)) {
      // A short-lived program of the session may be gone by now.
      const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => null);
      if (status === null) continue;
      expect(status).toMatch(/^Uid:(\t2\d{5}){4}$/m);
      expect(status).toMatch(/^CapEff:\t0+$/m);
      expect(status).toMatch(/^NoNewPrivs:\t1$/m);
      if ((await readlink(`/proc/${pid}/ns/pid`).catch(() => hostNamespace)) === hostNamespace) continue;
      inside += 1;
      expect(status).toMatch(/^Seccomp:\t2$/m);
      expect(status).toMatch(/^CapBnd:\t0+$/m);
    }
    expect(inside).toBeGreaterThan(4);
  }, 60_000);

  it('shares /project with its members, whatever their workspace, and the home with nobody', async () => {
    const [one, two] = [harness.spec('w1'), harness.spec('w2', { personId: 'a2' })];
    await harness.startWithScript(one, 'mkdir /project/d; echo one > /project/d/f');
    expect(await harness.startWithScript(two, 'cat /project/d/f; echo two >> /project/d/f && echo wrote; ls -A ~ /home')).toMatch(/^one\nwrote\n(?![\s\S]*\.ran\n[\s\S]*\.ran)/);
    expect((await stat(harness.folder(one, 'home'))).mode & 0o777).toBe(0o700);
    expect((await stat(harness.folder(one, 'home'))).uid).not.toBe((await stat(harness.folder(two, 'home'))).uid);
  }, 60_000);

  it('has Python with pandas, R, and a Japanese font', async () => {
    const said = await harness.startWithScript(harness.spec('w1'), `python3 -c 'import pandas; print(pandas.read_csv("/data/stroke/patients.csv").age.mean())'; Rscript -e 'cat(mean(read.csv("/data/stroke/patients.csv")$age), "\\n")'; fc-match :lang=ja family; touch ~/ok`);
    expect(said).toMatch(/^75\.5\n75\.5 \n.*Noto Sans/);
  }, 90_000);

  it('cannot reach its own display socket, the memory of its display server, or the clipboard settings', async () => {
    const said = await harness.startWithScript(harness.spec('w1'), [
      'ls /run/suimon/display', 'rm -rf /run/suimon/display/rfb', 'head -c1 /proc/self/mem 2>&1 | grep -c denied', 'head -c1 /proc/$(pgrep Xvnc)/mem', 'head -c1 /run/suimon/server/Xvnc',
      'vncconfig -set SendCutText=1', 'vncconfig -set AcceptCutText=1', 'vncconfig -get SendCutText', 'vncconfig -get AcceptCutText',
    ].join('\n'));
    expect(said.trim().split('\n').map((line) => line.replace(/^.*: /, ''))).toEqual([
      'Permission denied', 'Permission denied', '0', 'Permission denied', 'Permission denied', 'setting param SendCutText=1 failed', 'setting param AcceptCutText=1 failed', '0', '0',
    ]);
  }, 60_000);

  it('is seen as failed when its display server or its desktop ends', async () => {
    const [one, two] = [harness.spec('w1'), harness.spec('w2')];
    for (const spec of [one, two]) await harness.runtime.start(spec, NOTHING);
    process.kill(await pidOf(one, 'Xvnc'), 'SIGTERM');
    process.kill(await pidOf(two, 'openbox'), 'SIGTERM');
    await eventually(async () => (await harness.runtime.observe()).every((seen) => seen.phase === 'failed'));
    const seen = (await harness.runtime.observe()).toSorted((a, b) => a.workspaceId.localeCompare(b.workspaceId));
    expect(seen).toEqual([
      { workspaceId: 'w1', phase: 'failed', reason: 'display-failed', evidence: expect.stringContaining('display server ended') },
      { workspaceId: 'w2', phase: 'failed', reason: 'desktop-exited', evidence: expect.stringContaining('the desktop ended') },
    ]);
    await harness.runtime.start(one, NOTHING);
    expect(await harness.runtime.observe()).toContainEqual({ workspaceId: 'w1', phase: 'running' });
  }, 60_000);
});

describe('a display', () => {
  let harness: WorkspaceHarness;
  beforeEach(async () => { requireHost(); harness = await WorkspaceHarness.create({ gatewayUid: 65_500 }); });
  afterEach(async () => { await harness.dispose(); }, 60_000);

  it('is open to the account of the gateway and to no other, least of all to the one of the workspace', async () => {
    const spec = harness.spec('w1');
    await harness.runtime.start(spec, NOTHING);
    const socket = join(singleHostSettings(harness.options).layout.displayDir('w1'), 'rfb');
    const researcher = (await stat(harness.folder(spec, 'home'))).uid;
    const connectAs = (uid: number) => spawnSync('setpriv', ['--reuid', String(uid), '--regid', String(uid), '--clear-groups', '/usr/bin/python3', '-c', 'import socket,sys; s=socket.socket(socket.AF_UNIX); s.connect(sys.argv[1]); print(s.recv(12))', socket], { encoding: 'utf8' });
    expect(connectAs(65_500).stdout).toContain('RFB 003.008');
    for (const uid of [65_501, researcher]) expect(connectAs(uid).stderr).toContain('Permission denied');
    (await new SingleHostDisplayConnector(harness.options).connect('w1')).destroy();
  }, 60_000);
});
