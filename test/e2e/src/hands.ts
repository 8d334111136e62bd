import type { Locator, Page } from 'playwright-core';
import { until } from './product.js';

/** How a person acts on a page. */
export interface Hands {
  press(target: Locator): Promise<void>;
  write(target: Locator, text: string): Promise<void>;
  /** Checks a box or chooses one of several. */
  tick(target: Locator): Promise<void>;
}
export const POINTER: Hands = {
  press: (target) => target.click(),
  write: (target, text) => target.fill(text),
  // A choice that is saved as it is made may be drawn a moment later, so the click is not asked at once what came of it.
  tick: async (target) => {
    if (await target.isChecked()) return;
    await target.click();
    await until('it is ticked', () => target.isChecked(), 10_000);
  },
};

const MOST_STOPS = 250;
const LONGEST_TYPED = 60;
/** Where the focus is, told by the page in one look. */
interface Stop { readonly reached: boolean; readonly before: boolean; readonly name: string; readonly marked: boolean; readonly inSight: boolean }

/** Hands without a pointer: Tab, arrows, Space, Enter and letters. Notes every stop whose focus cannot be seen (R008, WCAG 2.4.7, 2.4.11). */
export class KeysOnly implements Hands {
  private readonly noted = new Set<string>();
  constructor(private readonly page: Page, private readonly unseen: string[]) {}

  async press(target: Locator): Promise<void> {
    await this.reach(target);
    await this.page.keyboard.press('Enter');
  }
  async write(target: Locator, text: string): Promise<void> {
    await this.reach(target);
    const { keyboard } = this.page;
    if ((await target.getAttribute('type')) === 'date') { await this.writeDate(target, text); return; }
    await keyboard.press('ControlOrMeta+A');
    // Long texts come from an input method or a clipboard, as they do with Japanese.
    await (text.length > LONGEST_TYPED ? keyboard.insertText(text) : keyboard.type(text));
  }
  async tick(target: Locator): Promise<void> {
    if (await target.isChecked()) return;
    if ((await target.getAttribute('type')) === 'radio') await this.choose(target);
    else { await this.reach(target); await this.page.keyboard.press('Space'); }
    await until('the keyboard has ticked it', () => target.isChecked(), 10_000);
  }

  /** A group of choices is one stop; the arrows go on within it. */
  private async choose(target: Locator): Promise<void> {
    const name = await target.getAttribute('name');
    const group = this.page.locator(`input[type="radio"][name="${name ?? ''}"]`);
    const chosen = group.and(this.page.locator(':checked'));
    await this.reach(group, (await chosen.count()) > 0 ? chosen : group.first());
    await this.page.keyboard.press('Space');
    for (let turn = 0; turn < await group.count() && !(await target.isChecked()); turn += 1) await this.page.keyboard.press('ArrowDown');
  }
  /** Day, month and year are typed in the order of the field. */
  private async writeDate(target: Locator, day: string): Promise<void> {
    const [year = '', month = '', date = ''] = day.split('-');
    for (const order of [[month, date, year], [date, month, year], [year, month, date]]) {
      await this.page.keyboard.type(order.join(''));
      if ((await target.inputValue()) === day) return;
      for (let step = 0; step < order.length; step += 1) await this.page.keyboard.press('ArrowLeft');
    }
    throw new Error('the keyboard could not write the date');
  }
  /** Walks with Tab, backwards if the target lies before the focus, until one of the targets has it. */
  private async reach(targets: Locator, towards: Locator = targets): Promise<void> {
    const aim = await towards.first().elementHandle();
    if (!aim) throw new Error('there is nothing to reach');
    for (let count = 0; count < MOST_STOPS; count += 1) {
      let stop = await aim.evaluate(look);
      // Scrolling to a new stop takes the browser a moment.
      if (!stop.marked || !stop.inSight) { await this.page.waitForTimeout(200); stop = await aim.evaluate(look); }
      if (count > 0) this.note(stop);
      if (stop.reached) return;
      await this.page.keyboard.press(stop.before ? 'Shift+Tab' : 'Tab');
    }
    throw new Error(`the keyboard does not reach ${towards.toString()}`);
  }
  private note({ name, marked, inSight }: Stop): void {
    const flaw = marked ? (inSight ? '' : 'is out of sight') : 'shows no focus';
    const line = `${new URL(this.page.url()).pathname.replaceAll(/[0-9a-f-]{36}/g, ':id')}: ${name} ${flaw}`;
    if (flaw === '' || this.noted.has(line)) return;
    this.noted.add(line);
    this.unseen.push(line);
  }
}

/** Runs in the page. */
function look(aim: Element): Stop {
  const focus = document.activeElement ?? document.body;
  const isRadio = aim instanceof HTMLInputElement && aim.type === 'radio';
  const reached = focus === aim || (isRadio && focus instanceof HTMLInputElement && focus.name === aim.name);
  if (focus === document.body) return { reached, before: false, name: 'the page', marked: true, inSight: true };
  const style = getComputedStyle(focus);
  const { top, bottom, left, right } = focus.getBoundingClientRect();
  // The calendar button inside a date field is a stop of the browser's own, with the browser's own ring.
  const browsersOwn = focus.matches(':focus-within') && !focus.matches(':focus');
  return {
    reached, before: (aim.compareDocumentPosition(focus) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
    name: `${focus.tagName.toLowerCase()}${focus instanceof HTMLInputElement ? ` (${focus.type}) ${focus.id}` : ''} “${(focus.getAttribute('aria-label') ?? focus.textContent ?? '').trim().slice(0, 40)}”`,
    marked: browsersOwn || (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none',
    inSight: bottom > 0 && right > 0 && top < innerHeight && left < innerWidth,
  };
}
