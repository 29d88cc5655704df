import type { Page } from 'playwright/test';

/** A photo that the browser draws, as a camera would save it: sky, yard and a station. */
export async function drawnPhoto(page: Page, hue: number): Promise<Buffer> {
  const url = await page.evaluate((colour) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 1200, height: 900 });
    const pen = canvas.getContext('2d');
    if (pen === null) throw new Error('This browser draws nothing');
    const fill = (style: string | CanvasGradient, [x, y, width, height]: readonly number[]) => {
      pen.fillStyle = style;
      pen.fillRect(x ?? 0, y ?? 0, width ?? 0, height ?? 0);
    };
    const sky = pen.createLinearGradient(0, 0, 0, 600);
    sky.addColorStop(0, `hsl(${colour} 60% 70%)`);
    sky.addColorStop(1, `hsl(${colour} 40% 92%)`);
    fill(sky, [0, 0, 1200, 600]);
    fill('hsl(90 10% 45%)', [0, 600, 1200, 300]);
    fill('hsl(0 0% 96%)', [500, 220, 200, 480]);
    fill(`hsl(${colour} 70% 40%)`, [530, 260, 140, 90]);
    return canvas.toDataURL('image/jpeg', 0.9);
  }, hue);
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
}
