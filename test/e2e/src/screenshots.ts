import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Language } from './words.js';

export type Form = 'desktop' | 'phone';
export type Scheme = 'light' | 'dark';
export const SIZES = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } } as const;

/** Numbered pictures of one journey, in the order in which its pages were seen. */
export class Gallery {
  private taken = 0;
  private constructor(private readonly folder: string) {}

  static async open(root: string, language: Language): Promise<Gallery> {
    const folder = join(root, 'artifacts/screenshots', language);
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    return new Gallery(folder);
  }
  /** A number for the next page; its pictures share it. */
  next(name: string): string { this.taken += 1; return `${String(this.taken).padStart(2, '0')}-${name}`; }
  async take(page: Page, name: string, form: Form, scheme: Scheme): Promise<void> {
    const marks = [form === 'phone' ? '-phone' : '', scheme === 'dark' ? '-dark' : ''].join('');
    await page.screenshot({ path: join(this.folder, `${name}${marks}.png`), fullPage: true, animations: 'disabled' });
  }
}
