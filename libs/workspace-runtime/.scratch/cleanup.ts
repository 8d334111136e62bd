import { SingleHostRuntime } from '@suimon/workspace-runtime';
import { readdirSync, rmSync } from 'node:fs';
for (const d of readdirSync('/tmp').filter((n) => n.startsWith('suimon-runtime-'))) {
  const name = readdirSync('/run').find((n) => n.endsWith(d.slice(-6)));
  const r = new SingleHostRuntime({ rootDir: `/tmp/${d}/root`, datasetsDir: `/tmp/${d}/datasets`, runtimeDir: `/run/${name}`, cgroupName: String(name) });
  for (const w of await r.observe()) { console.log(w); await r.stop(w.workspaceId); }
  rmSync(`/tmp/${d}`, { recursive: true }); if (name) rmSync(`/run/${name}`, { recursive: true });
}
