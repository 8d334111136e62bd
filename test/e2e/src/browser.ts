import { chromium } from 'playwright-core';
import type { Browser, Locator, Page } from 'playwright-core';
import { axeFindings } from './axe.js';
import { KeysOnly, POINTER } from './hands.js';
import type { Hands } from './hands.js';
import { Gallery, SIZES } from './screenshots.js';
import type { Form, Scheme } from './screenshots.js';
import { LANGUAGES, Words } from './words.js';
import type { Language } from './words.js';

const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const PATIENCE_MS = 20_000;
type Params = Readonly<Record<string, string | number>>;
type Name = string | RegExp;

/** What a journey found besides its own steps; each list is to stay empty. */
export interface Findings { readonly axe: string[]; readonly console: string[]; readonly refused: string[]; readonly elsewhere: string[]; readonly tooWide: string[]; readonly unseenFocus: string[] }

/** Debian's chromium, with one browser context for each person: everybody signs in once and stays. */
export class Reception {
  private readonly desks = new Map<string, Desk>();
  private constructor(private readonly browser: Browser, readonly url: string, private readonly words: Readonly<Record<Language, Words>>, private readonly galleries: Readonly<Record<Language, Gallery>>) {}

  static async open(url: string, root: string): Promise<Reception> {
    const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: QUIET });
    const words = { ja: new Words('ja', root), en: new Words('en', root) };
    return new Reception(browser, url, words, { ja: await Gallery.open(root, 'ja'), en: await Gallery.open(root, 'en') });
  }
  readonly findings: Findings = { axe: [], console: [], refused: [], elsewhere: [], tooWide: [], unseenFocus: [] };

  async newDesk(language: Language): Promise<Desk> {
    const context = await this.browser.newContext({ baseURL: this.url, locale: language === 'ja' ? 'ja-JP' : 'en-GB', timezoneId: 'Asia/Tokyo', viewport: SIZES.desktop, colorScheme: 'light', reducedMotion: 'reduce', acceptDownloads: true });
    context.setDefaultTimeout(PATIENCE_MS);
    const page = await context.newPage();
    page.on('console', (message) => { if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) this.findings.console.push(`${page.url()}: ${message.text()}`); });
    page.on('pageerror', (error) => this.findings.console.push(`${page.url()}: ${error.message}`));
    page.on('request', (request) => { if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).hostname !== new URL(this.url).hostname) this.findings.elsewhere.push(request.url()); });
    const desk = new Desk(page, this.words, this.galleries, this.findings, language);
    page.on('response', (response) => { if (response.status() >= 400 && !desk.expectsRefusal) this.findings.refused.push(`${response.status()} ${response.request().method()} ${new URL(response.url()).pathname}`); });
    return desk;
  }
  /** Keeps a desk for a person, who is then found at it. */
  seat(login: string, desk: Desk): Desk { this.desks.set(login, desk); return desk; }
  at(login: string): Desk | undefined { return this.desks.get(login); }
  async close(): Promise<void> { await this.browser.close(); }
}

/** One person's window of the portal and the words in which it is read. */
export class Desk {
  constructor(readonly page: Page, private readonly texts: Readonly<Record<Language, Words>>, private readonly galleries: Readonly<Record<Language, Gallery>>, private readonly findings: Findings, private spoken: Language) {}

  private hands: Hands = POINTER;
  expectsRefusal = false;

  get language(): Language { return this.spoken; }
  get words(): Words { return this.texts[this.spoken]; }
  t(key: string, params?: Params): string { return this.words.say(key, params); }
  like(key: string, params?: Params): RegExp { return this.words.like(key, params); }

  button(name: Name, within: Page | Locator = this.page): Locator { return within.getByRole('button', { name, exact: true }); }
  link(name: Name, within: Page | Locator = this.page): Locator { return within.getByRole('link', { name, exact: true }); }
  heading(name: Name): Locator { return this.page.getByRole('heading', { name, exact: true }); }
  field(label: Name): Locator { return this.page.getByLabel(label, { exact: true }); }
  async see(...shown: readonly Locator[]): Promise<void> { for (const locator of shown) await locator.first().waitFor(); }
  async gone(locator: Locator): Promise<void> { await locator.first().waitFor({ state: 'hidden' }); }
  async sees(text: Name): Promise<void> { await this.see(this.page.getByText(text)); }

  press(target: Locator): Promise<void> { return this.hands.press(target); }
  write(target: Locator, text: string): Promise<void> { return this.hands.write(target, text); }
  tick(target: Locator): Promise<void> { return this.hands.tick(target); }
  /** Puts the pointer away, or takes it up again. */
  useKeysOnly(only: boolean): void { this.hands = only ? new KeysOnly(this.page, this.findings.unseenFocus) : POINTER; }
  /** Does something that the server is to refuse. */
  async refused(act: () => Promise<void>): Promise<void> {
    this.expectsRefusal = true;
    await act();
    this.expectsRefusal = false;
  }

  /** An address that is not for this person looks like one that does not exist. */
  async findNothingAt(path: string): Promise<void> {
    await this.refused(async () => {
      await this.goTo(path);
      await this.see(this.heading(this.t('shell:notFound.title')));
    });
  }

  async goTo(path: string): Promise<void> { await this.page.goto(path); await this.settled(); }
  /** Says yes in the dialog that has just opened, with a reason where one is asked for. */
  async confirm(action: string, reason?: string): Promise<void> {
    const dialog = this.page.getByRole('dialog');
    if (reason !== undefined) await this.write(dialog.getByRole('textbox'), reason);
    await this.press(this.button(action, dialog));
    await dialog.waitFor({ state: 'hidden' });
  }
  /** Changes the language with the portal's own switch, as a reader would. */
  async speak(language: Language): Promise<void> {
    if (this.spoken === language) return;
    await this.goTo('/inbox');
    await this.button(language === 'en' ? 'English' : '日本語').first().click();
    this.spoken = language;
    await this.see(this.page.locator(`html[lang="${language}"]`), this.heading(this.t('people:inbox.title')));
  }

  /** Until the page has its heading and nothing on it is still loading. */
  async settled(): Promise<void> {
    await this.page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });
    await this.gone(this.page.getByText(this.t('ui:loading'), { exact: true }));
    await this.page.evaluate(async () => { await document.fonts.ready; });
  }
  /** Holds the page against WCAG and keeps pictures of it: both sizes, and both colour schemes where it is a key page. */
  async look(name: string, importance: 'key' | 'plain' = 'plain'): Promise<void> {
    await this.settled();
    const numbered = this.galleries[this.spoken].next(name);
    const schemes: readonly Scheme[] = importance === 'key' ? ['light', 'dark'] : ['light'];
    for (const form of ['desktop', 'phone'] as const) {
      for (const scheme of schemes) await this.lookAs(numbered, form, scheme, form === 'desktop' || importance === 'key');
    }
    await this.page.setViewportSize(SIZES.desktop);
    await this.page.emulateMedia({ colorScheme: 'light' });
  }
  private async lookAs(name: string, form: Form, scheme: Scheme, withAxe: boolean): Promise<void> {
    const { page } = this;
    await page.setViewportSize(SIZES[form]);
    await page.emulateMedia({ colorScheme: scheme });
    await this.settled();
    if (withAxe) this.findings.axe.push(...(await axeFindings(page)).map((line) => `${this.spoken} ${name} ${form} ${scheme}: ${line}`));
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (tooWide > 0) this.findings.tooWide.push(`${this.spoken} ${name} ${form}: ${tooWide} px`);
    await this.galleries[this.spoken].take(page, name, form, scheme);
  }
}
export { LANGUAGES };
