import { describe, expect, it } from '@jest/globals';
import { changedText } from './changed-text.js';

describe('the changed part of a text', () => {
  it('is what lies between the shared beginning and the shared end', () => {
    expect(changedText('We study age and sex.', 'We study age, weight and sex.')).toEqual({ head: 'We study age', before: '', after: ', weight', tail: ' and sex.' });
  });
  it('never cuts a character in two', () => {
    expect(changedText('研究𠮷野の計画', '研究𠮟野の計画')).toEqual({ head: '研究', before: '𠮷', after: '𠮟', tail: '野の計画' });
  });
  it('is not marked where hardly anything stayed', () => {
    expect(changedText('abc', 'xyz')).toBeNull();
    expect(changedText('aaaa', 'aaaaa')).toEqual({ head: 'aaaa', before: '', after: 'a', tail: '' });
  });
});
