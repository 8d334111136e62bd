import { describe, expect, it } from '@jest/globals';
import { refusalOf } from './file-fits.js';

const limits = { maxFiles: 2, maxFileBytes: 10, maxTotalBytes: 20, allowedExtensions: ['csv', 'r'], minReasonLength: 1, downloadsPerPerson: 1 };

describe('looking at a file before it is sent', () => {
  it('lets an accepted type of an accepted size through, whatever the case of its name', () => expect(refusalOf('Analysis.R', 10, limits)).toBeNull());
  it('refuses a type that is not listed and names it', () => expect(refusalOf('a.xlsm', 1, limits)).toEqual({ code: 'file-type-not-allowed', params: { extension: 'xlsm' } }));
  it('refuses a name without a type', () => expect(refusalOf('folder.d/Makefile', 1, limits)?.code).toBe('file-type-not-allowed'));
  it('refuses an empty file', () => expect(refusalOf('a.csv', 0, limits)?.code).toBe('file-too-large'));
  it('refuses a file above the limit', () => expect(refusalOf('a.csv', 11, limits)?.code).toBe('file-too-large'));
});
