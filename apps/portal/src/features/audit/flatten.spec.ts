import { flatten } from './flatten.js';

describe('the detail of an event as names and values', () => {
  it('names nested values by their path', () => expect(flatten({ manifest: { files: [{ path: 'a.csv', sizeBytes: 3 }] }, clean: true })).toEqual([['manifest.files[0].path', 'a.csv'], ['manifest.files[0].sizeBytes', '3'], ['clean', 'true']]));
  it('keeps the place of what is empty', () => expect(flatten({ verdicts: [], form: {}, at: null })).toEqual([['verdicts', '[]'], ['form', '{}'], ['at', 'null']]));
  it('is empty for an event without details', () => expect(flatten({})).toEqual([]));
});
