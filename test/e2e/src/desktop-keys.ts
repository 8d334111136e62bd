import type { Locator, Page } from 'playwright-core';

/** A desktop as it stands in the browser: a canvas that takes keys and shows pixels, and nothing else to hold on to. */
export class DesktopKeys {
  constructor(private readonly page: Page, private readonly canvas: Locator) {}

  /** Colours that occur in the picture; a blank one has one or two. */
  async colours(): Promise<number> {
    return this.canvas.evaluate((element) => {
      if (!(element instanceof HTMLCanvasElement)) return 0;
      const pixels = new Uint32Array(element.getContext('2d')?.getImageData(0, 0, element.width, element.height).data.buffer ?? new ArrayBuffer(0));
      return new Set(pixels).size;
    });
  }
  /** A hash of the picture, to see whether it changes. */
  async picture(): Promise<number> {
    return this.canvas.evaluate((element) => {
      if (!(element instanceof HTMLCanvasElement)) return 0;
      let hash = 0;
      for (const pixel of new Uint32Array(element.getContext('2d')?.getImageData(0, 0, element.width, element.height).data.buffer ?? new ArrayBuffer(0))) hash = (Math.imul(hash, 31) + pixel) | 0;
      return hash;
    });
  }
  /** Presses the pointer on a place given in parts of the picture. */
  async point(across: number, down: number): Promise<void> {
    const box = await this.canvas.boundingBox();
    if (!box) throw new Error('the desktop is not on the screen');
    await this.canvas.click({ position: { x: box.width * across, y: box.height * down } });
  }
  /** Types one command line as a person would, key by key. */
  async line(command: string): Promise<void> {
    await this.page.keyboard.type(command, { delay: 8 });
    await this.page.keyboard.press('Enter');
  }
}
