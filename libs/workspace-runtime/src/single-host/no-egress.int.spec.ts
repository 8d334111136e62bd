import { execFile, execFileSync } from 'node:child_process';
import { createSocket, type Socket } from 'node:dgram';
import { mkdir, mkdtemp, readFile, rm, writeFile, chmod } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type ProbeResults, PROBES } from '../../test/probes.js';
import { requireHost, WorkspaceHarness } from '../../test/workspace.harness.js';

// Documentation addresses, put on the host's loopback device for the test: reachable from the host, and only from there.
const ADDRESS_4 = '192.0.2.1';
const ADDRESS_6 = '2001:db8::5:1';

/** What the same attempt must meet inside. Outside it must pass, or at least meet something else. */
const WALLS: Readonly<Record<string, string>> = {
  'tcp4-host-loopback': 'ECONNREFUSED', 'tcp4-outside': 'ENETUNREACH', 'tcp6-host-loopback': 'ECONNREFUSED', 'tcp6-outside': 'ENETUNREACH',
  'dns-udp-host-loopback': 'ECONNREFUSED', 'dns-udp-outside': 'ENETUNREACH', 'dns-udp6-outside': 'ENETUNREACH',
  'unix-socket-by-path': 'ENOENT', 'unix-socket-abstract': 'ECONNREFUSED', 'display-socket-of-another': 'ENOENT',
  'socket-vsock': 'EPERM', 'socket-packet': 'EPERM', 'socket-netlink': 'EPERM', 'socket-alg': 'EPERM', 'socket-raw': 'EPERM',
  'host-process': 'ENOENT', 'host-shadow': 'ENOENT', 'host-file-by-path': 'ENOENT', 'file-of-another-project': 'ENOENT', 'write-data': 'EROFS', 'write-imports': 'EROFS',
  'unshare-user': 'EPERM', 'unshare-net': 'EPERM', 'clone-user': 'EPERM', clone3: 'ENOSYS', setns: 'EPERM', keyctl: 'EPERM', 'add-key': 'EPERM', 'io-uring': 'ENOSYS',
  bpf: 'EPERM', 'perf-events': 'EPERM', userfaultfd: 'EPERM', ptrace: 'EPERM', 'process-vm-readv': 'EPERM', kcmp: 'EPERM', mount: 'EPERM', chroot: 'EPERM',
  personality: 'EPERM', 'terminal-injection': 'EPERM', sethostname: 'EPERM', 'code-i386': 'signal 31', 'code-x32': 'signal 31',
};
/** Kernels may be built without these; the control then only shows that the refusal inside is ours. */
const MAY_BE_MISSING = ['socket-vsock', 'socket-alg', 'clone3', 'terminal-injection', 'userfaultfd', 'perf-events', 'code-i386', 'code-x32', 'bpf', 'kcmp', 'setns'];

describe('nothing gets out of a workspace', () => {
  let harness: WorkspaceHarness;
  let inside: ProbeResults;
  let outside: ProbeResults;
  const servers: (Server | Socket)[] = [];
  let openFolder: string;

  async function listen(address: Parameters<Server['listen']>[0]): Promise<Server> {
    const server = createServer((socket) => { socket.on('error', () => undefined); socket.end('hello'); });
    server.listen(address);
    await once(server, 'listening');
    servers.push(server);
    return server;
  }
  function portOf(server: Server): number {
    const address = server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  }

  beforeAll(async () => {
    requireHost();
    harness = await WorkspaceHarness.create();
    execFileSync('ip', ['addr', 'add', `${ADDRESS_4}/32`, 'dev', 'lo']);
    execFileSync('ip', ['addr', 'add', `${ADDRESS_6}/128`, 'dev', 'lo']);
    openFolder = await mkdtemp('/tmp/suimon-open-');
    await chmod(openFolder, 0o755);
    const tcpPort = portOf(await listen({ host: '::', port: 0 }));
    await listen({ path: join(openFolder, 'socket') });
    await chmod(join(openFolder, 'socket'), 0o777);
    await listen({ path: `\0suimon-probe-${process.pid}` });
    const udp = createSocket({ type: 'udp6' });
    servers.push(udp);
    udp.on('message', (_, from) => udp.send('hello', from.port, from.address));
    udp.bind(0, '::');
    await once(udp, 'listening');
    await writeFile(join(openFolder, 'file'), 'x', { mode: 0o644 });

    const other = harness.spec('other', { projectId: 'p2', personId: 'a2' });
    await harness.runtime.start(other, () => undefined);
    await writeFile(join(harness.share(other), 'secret.csv'), 'secret', { mode: 0o666 });
    const [otherDisplay] = execFileSync('find', [harness.options.runtimeDir ?? '', '-name', 'rfb'], { encoding: 'utf8' }).split('\n');

    const everywhere = {
      tcpPort, udpPort: udp.address().port, address4: ADDRESS_4, address6: ADDRESS_6, unixPath: join(openFolder, 'socket'), unixAbstract: `suimon-probe-${process.pid}`,
      hostPid: process.pid, hostComm: (await readFile('/proc/self/comm', 'utf8')).trim(), hostFile: join(openFolder, 'file'), otherFile: join(harness.share(other), 'secret.csv'), otherDisplay,
    };
    const spec = harness.spec('probed');
    await mkdir(join(openFolder, 'control'));
    await writeFile(join(openFolder, 'control.json'), JSON.stringify({ ...everywhere, mountPoint: join(openFolder, 'mount'), dataFile: join(openFolder, 'control', 'd'), importsFile: join(openFolder, 'control', 'i') }));
    await writeFile(join(openFolder, 'probes.py'), PROBES);
    // Not the waiting kind of call: the servers the control talks to are in this process.
    const control = await promisify(execFile)('unshare', ['--mount', '--uts', '--', '/usr/bin/python3', join(openFolder, 'probes.py'), join(openFolder, 'control.json')], { env: { PATH: '/usr/sbin:/usr/bin' }, timeout: 60_000 });
    outside = JSON.parse(control.stdout);

    const files = { 'probes.py': PROBES, 'probes.json': JSON.stringify({ ...everywhere, mountPoint: '/tmp/mount', dataFile: '/data/stroke/x', importsFile: '/imports/x' }) };
    inside = JSON.parse(await harness.startWithScript(spec, 'python3 ~/probes.py ~/probes.json', files));
  }, 180_000);

  afterAll(async () => {
    for (const server of servers) server.close();
    for (const address of [`${ADDRESS_4}/32`, `${ADDRESS_6}/128`]) execFileSync('ip', ['addr', 'del', address, 'dev', 'lo']);
    await harness.dispose();
    await rm(openFolder, { recursive: true, force: true });
  }, 60_000);

  it('is tried by every probe there is, inside and outside', () => {
    expect(Object.keys(inside).toSorted()).toEqual(Object.keys(WALLS).toSorted());
    expect(Object.keys(outside).toSorted()).toEqual(Object.keys(WALLS).toSorted());
  });

  it.each(Object.entries(WALLS))('%s meets %s inside', (name, wall) => {
    expect(inside[name]?.outcome).toBe(wall);
  });

  it.each(Object.keys(WALLS).filter((name) => !MAY_BE_MISSING.includes(name)))('control: %s passes outside', (name) => {
    // A display greets otherwise than with "hello"; being let in at all is what the control shows.
    expect(outside[name]?.outcome).toBe(name === 'display-socket-of-another' ? 'EPROTO' : 'passed');
  });

  it.each(MAY_BE_MISSING)('control: %s meets something else outside', (name) => {
    expect(outside[name]?.outcome).not.toBe(WALLS[name]);
  });

  it('is refused at once, for there is no way a packet could leave by', () => {
    for (const name of ['tcp4-outside', 'tcp6-outside', 'dns-udp-outside', 'dns-udp6-outside']) expect(inside[name]?.seconds).toBeLessThan(0.5);
  });
});
