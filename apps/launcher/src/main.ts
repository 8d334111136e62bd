import { down, reset } from './down.js';
import { installation } from './installation.js';
import { showLogs, showStatus } from './show.js';
import { runTests } from './test-run.js';
import { up, upInBackground } from './up.js';

const tell = (line: string): void => { process.stdout.write(`${line}\n`); };

/** A terminal that was closed must not take the supervisor's orderly end with it. */
process.stdout.on('error', () => undefined);
process.stderr.on('error', () => undefined);

async function run([command, ...args]: readonly string[]): Promise<number> {
  const place = installation();
  const background = args.includes('-d');
  const [name] = args.filter(arg => !arg.startsWith('-'));
  switch (command) {
    case 'up': return background ? upInBackground(place, tell) : up(place, tell);
    case 'down': await down(place, tell); return 0;
    case 'reset': await reset(place, tell); return 0;
    case 'status': return showStatus(place, tell);
    case 'logs': return showLogs(place, name, args.includes('-f'));
    case 'test': return runTests(place, tell);
    default: throw new Error(`unknown command "${command ?? ''}"; ./suimon help lists them`);
  }
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`suimon: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
process.exit();
