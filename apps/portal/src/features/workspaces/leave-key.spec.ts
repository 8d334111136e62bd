import { describe, expect, it } from '@jest/globals';
import { isLeaveKey } from './leave-key.js';

describe('the keys that lead out of the desktop', () => {
  it('are Ctrl, Alt and Shift together', () => expect(isLeaveKey({ ctrlKey: true, altKey: true, shiftKey: true })).toBe(true));
  it('are not any two of them, which programs inside use', () => {
    expect(isLeaveKey({ ctrlKey: true, altKey: true, shiftKey: false })).toBe(false);
    expect(isLeaveKey({ ctrlKey: true, altKey: false, shiftKey: true })).toBe(false);
    expect(isLeaveKey({ ctrlKey: false, altKey: true, shiftKey: true })).toBe(false);
  });
});
