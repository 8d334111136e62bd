import { SingleHostRuntime } from '../src/single-host/single-host.runtime.js';

/** A controller process of its own, for tests that kill it: `starter.ts <options> <spec>` starts a workspace and idles. */
const [options = '', spec = ''] = process.argv.slice(2);
await new SingleHostRuntime(JSON.parse(options)).start(JSON.parse(spec), (step) => process.stdout.write(`${step}\n`));
process.stdout.write('started\n');
setInterval(() => undefined, 1000);
