import { INSIDE, sandboxPlan, STAGE, systemFiles } from './sandbox.plan.js';
import { singleHostSettings } from './single-host.options.js';

const settings = singleHostSettings({ rootDir: '/srv/suimon', datasetsDir: '/srv/datasets' });
const spec = { workspaceId: 'w1', projectId: 'p1', personId: 'a1', datasets: [{ slug: 'stroke', version: '2026-1' }], limits: { memoryMiB: 1024, cpus: 1, pids: 200 } };
const plan = sandboxPlan(settings, spec, ['/usr/bin/true']);
const text = plan.bwrapArguments.join(' ');

/** Every source a mount option of bwrap takes from the host side. */
function hostSources(): string[] {
  return plan.bwrapArguments.flatMap((one, index) => (/^--(ro-)?bind(-try)?$/.test(one) ? [plan.bwrapArguments[index + 1] ?? ''] : []));
}

describe('the plan of a sandbox', () => {
  it('unshares every namespace, forbids further ones and keeps no capability', () => {
    for (const option of ['--unshare-user', '--unshare-pid', '--unshare-net', '--unshare-ipc', '--unshare-uts', '--unshare-cgroup', '--disable-userns', '--new-session', '--cap-drop ALL', '--clearenv']) expect(text).toContain(option);
    expect(text).not.toMatch(/--unshare-\w+-try/);
    expect(text).not.toContain('--share-net');
  });
  it('shows nothing of the host but programs, listed configuration and what was staged', () => {
    for (const source of hostSources()) expect(source).toMatch(new RegExp(`^(/usr$|/usr/local/(lib|share)/|/etc/[a-zA-Z0-9._-]+(/app-defaults)?$|${STAGE}/)`));
    expect(hostSources()).not.toEqual(expect.arrayContaining([expect.stringMatching(/^\/etc\/(shadow|gshadow|passwd|group|ssh|ssl|hosts|resolv\.conf|sudoers|krb5.*)$/)]));
  });
  it('mounts data and imports read-only on both levels', () => {
    for (const name of ['imports', 'data/stroke']) {
      expect(plan.binds.find((bind) => bind.name === name)?.flags).toBe('ro,noexec');
      expect(text).toContain(`--ro-bind ${STAGE}/${name} /${name}`);
    }
  });
  it('lets nobody write but to home, project, outbox, temporary folders and, at first, the display folder', () => {
    const writable = plan.bwrapArguments.flatMap((one, index) => (one === '--bind' ? [plan.bwrapArguments[index + 2]] : []));
    expect(writable).toEqual([INSIDE.display, INSIDE.home, '/project', '/outbox']);
    for (const mount of ['/', '/dev', '/usr/local']) expect(text).toContain(`--remount-ro ${mount}`);
  });
  it('shows only the datasets of the spec', () => {
    expect(plan.binds.filter((bind) => bind.name.startsWith('data/')).map((bind) => bind.source)).toEqual(['/srv/datasets/stroke/2026-1']);
  });
  it.each([{ slug: '../x', version: '1' }, { slug: 'x', version: '..' }, { slug: 'x', version: 'a/b' }, { slug: '-x', version: '1' }])('refuses dataset $slug $version', (dataset) => {
    expect(() => sandboxPlan(settings, { ...spec, datasets: [dataset] }, ['true'])).toThrow('plain folder name');
  });
  it.each(['..', 'a/b', '', 'a\nb', '.', '-x', 'x'.repeat(65)])('refuses the id %j', (id) => {
    for (const key of ['workspaceId', 'projectId', 'personId']) expect(() => sandboxPlan(settings, { ...spec, [key]: id }, ['true'])).toThrow('plain folder name');
  });
  it('names only the person and the project inside', () => {
    const files = systemFiles({ uid: 200001, gid: 200000 });
    expect(files.passwd.split('\n').filter((line) => line.includes('200001'))).toHaveLength(1);
    expect(files.passwd).not.toContain('root');
    expect(files.hosts).not.toMatch(/\d+\.\d+\.\d+\.\d+ (?!localhost)/);
  });
});

describe('where things lie', () => {
  it('keeps display sockets far below the length of a socket address', () => {
    expect(`${settings.layout.displayDir('x'.repeat(64))}/rfb`.length).toBeLessThan(60);
  });
  it('gives two installations different display folders', () => {
    const other = singleHostSettings({ rootDir: '/srv/other', datasetsDir: '/srv/datasets' });
    expect(other.layout.displayDir('w1')).not.toBe(settings.layout.displayDir('w1'));
  });
  it('wants absolute folders', () => expect(() => singleHostSettings({ rootDir: 'data', datasetsDir: '/d' })).toThrow('absolute'));
});
