import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { TransferFormShape } from '@suimon/contracts';
import { FormSaver } from './form-saver.js';

type Patch = Partial<TransferFormShape>;
/** A server that records what it is sent, answers when told to, and can be cut off. */
function server() {
  const sent: Patch[] = [];
  const states: string[] = [];
  let cutOff = false;
  const saver = new FormSaver({
    save: async (patch) => { sent.push(patch); await new Promise((done) => { setTimeout(done, 500); }); if (cutOff) throw new Error('cut off'); },
    report: ({ name }) => { states.push(name); },
  });
  return { saver, sent, states, cut: (on: boolean) => { cutOff = on; } };
}

describe('saving a form as it is typed', () => {
  beforeEach(() => { jest.useFakeTimers(); });
  afterEach(() => { jest.useRealTimers(); });

  it('sends one request for a run of keystrokes, with only the changed field', async () => {
    const { saver, sent, states } = server();
    saver.change({ reason: 'a' });
    saver.change({ reason: 'ab' });
    await jest.advanceTimersByTimeAsync(2000);
    expect(sent).toEqual([{ reason: 'ab' }]);
    expect(states.at(-1)).toBe('saved');
  });

  it('waits for the request under way, so an older text never overwrites a newer one', async () => {
    const { saver, sent, states } = server();
    saver.change({ reason: 'a' });
    await jest.advanceTimersByTimeAsync(800);
    saver.change({ reason: 'ab' });
    const flushed = saver.flush();
    expect(sent).toEqual([{ reason: 'a' }]);
    await jest.advanceTimersByTimeAsync(2000);
    await flushed;
    expect(sent).toEqual([{ reason: 'a' }, { reason: 'ab' }]);
    expect(states.at(-1)).toBe('saved');
  });

  it('keeps what could not be saved and sends it with the next attempt', async () => {
    const { saver, sent, states, cut } = server();
    cut(true);
    saver.change({ reason: 'a', licence: 'CC BY 4.0' });
    await jest.advanceTimersByTimeAsync(2000);
    expect(states.at(-1)).toBe('failed');
    cut(false);
    saver.change({ reason: 'ab' });
    await jest.advanceTimersByTimeAsync(2000);
    expect(sent.at(-1)).toEqual({ reason: 'ab', licence: 'CC BY 4.0' });
    expect(states.at(-1)).toBe('saved');
  });

  it('rejects a flush that fails, so that nothing is submitted unsaved', async () => {
    const { saver, cut } = server();
    cut(true);
    saver.change({ reason: 'a' });
    const [flushed] = await Promise.allSettled([saver.flush(), jest.advanceTimersByTimeAsync(2000)]);
    expect(flushed.status).toBe('rejected');
  });

  it('sends nothing when nothing has changed', async () => {
    const { saver, sent } = server();
    saver.change({});
    await saver.flush();
    expect(sent).toEqual([]);
  });
});
