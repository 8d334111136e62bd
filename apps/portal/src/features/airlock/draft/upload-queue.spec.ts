import { describe, expect, it } from '@jest/globals';
import { UploadQueue } from './upload-queue.js';

const limits = { maxFiles: 9, maxFileBytes: 100, maxTotalBytes: 900, allowedExtensions: ['csv'], minReasonLength: 1, downloadsPerPerson: 1 };
const files = (...names: string[]): File[] => names.map((name) => new File(['x'], name));
const settled = (): Promise<void> => new Promise((done) => { setTimeout(done, 0); });

/** A server that answers each file when told to. */
function server() {
  const begun: string[] = [];
  const answers = new Map<string, { arrive: () => void; fail: () => void }>();
  const queue = new UploadQueue({
    failureOf: () => ({ code: 'upload-interrupted', params: {} }),
    send: ({ path }, signal) => new Promise((arrive, reject) => {
      begun.push(path);
      answers.set(path, { arrive, fail: () => reject(new Error('cut off')) });
      signal.addEventListener('abort', () => reject(new Error('aborted')));
    }),
  });
  const states = (): string[] => queue.look().items.map(({ path, state }) => `${path} ${state}`);
  const keyOf = (path: string): number => queue.look().items.find((item) => item.path === path)?.key ?? 0;
  return { queue, begun, states, keyOf, arrive: (path: string) => answers.get(path)?.arrive(), fail: (path: string) => answers.get(path)?.fail() };
}

describe('uploading files', () => {
  it('sends one after another', async () => {
    const { queue, begun, arrive, states } = server();
    queue.add(files('a.csv', 'b.csv'), limits);
    expect(begun).toEqual(['a.csv']);
    arrive('a.csv');
    await settled();
    expect(begun).toEqual(['a.csv', 'b.csv']);
    expect(states()).toEqual(['b.csv sending']);
    expect(queue.look().arrived).toBe(1);
  });

  it('never sends a file outside the limits, and goes on with the others', () => {
    const { queue, begun, states } = server();
    queue.add(files('a.exe', 'b.csv'), limits);
    expect(begun).toEqual(['b.csv']);
    expect(states()).toEqual(['a.exe failed', 'b.csv sending']);
  });

  it('cancels the one that travels and starts the next', async () => {
    const { queue, begun, keyOf, states } = server();
    queue.add(files('a.csv', 'b.csv'), limits);
    queue.drop(keyOf('a.csv'));
    await settled();
    expect(begun).toEqual(['a.csv', 'b.csv']);
    expect(states()).toEqual(['b.csv sending']);
    expect(queue.look().arrived).toBe(0);
  });

  it('goes on after a failure, and sends the failed one again when asked to', async () => {
    const { queue, begun, fail, arrive, keyOf, states } = server();
    queue.add(files('a.csv', 'b.csv'), limits);
    fail('a.csv');
    await settled();
    arrive('b.csv');
    await settled();
    expect(states()).toEqual(['a.csv failed']);
    queue.again(keyOf('a.csv'));
    arrive('a.csv');
    await settled();
    expect(begun).toEqual(['a.csv', 'b.csv', 'a.csv']);
    expect(states()).toEqual([]);
  });

  it('stops everything when the page is closed', async () => {
    const { queue, begun, states } = server();
    queue.add(files('a.csv', 'b.csv'), limits);
    queue.close();
    await settled();
    expect(begun).toEqual(['a.csv']);
    expect(states()).toEqual([]);
  });
});
