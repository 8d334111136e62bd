import { SingleHostRuntime, SingleHostDisplayConnector } from '@suimon/workspace-runtime';
const options = { rootDir: '/tmp/wsroot/private/root', datasetsDir: '/tmp/wsroot/private/datasets' };
const r = new SingleHostRuntime(options);
const spec = { workspaceId: 'w1', projectId: 'p1', personId: 'a1', datasets: [{slug:'stroke',version:'v1'}], limits: { memoryMiB: 1024, cpus: 1, pids: 256 } };
const cmd = process.argv[2];
const t = Date.now();
try {
if (cmd === 'start') await r.start(spec, (s) => console.log(Date.now() - t, s));
if (cmd === 'stop') await r.stop('w1');
console.log(Date.now() - t, await r.observe());
if (cmd !== 'stop') { const s = await new SingleHostDisplayConnector(options).connect('w1'); s.once('data', (d) => { console.log(String(d)); s.destroy(); }); }
} catch (e) { console.log(e); }
