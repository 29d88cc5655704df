// Draws the icons of every platform from the two SVG files; their results are kept in resources/icons.
// Run it after changing a drawing: node scripts/draw-icons.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright';
import { findBrowser } from './find-browser.mjs';
import { inProject } from './project-folder.mjs';

const WINDOWS_SIZES = [16, 24, 32, 48, 64, 256];
/** Apple's four-letter names of PNG images by their size in pixels. */
const APPLE_TYPES = /** @type {const} */ ([
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
]);

const browser = await chromium.launch({ executablePath: findBrowser() });
try {
  const page = await browser.newPage();
  const icon = inProject('resources', 'icons', 'icon.svg');
  const tray = inProject('resources', 'icons', 'tray.svg');

  save('icon.png', await draw(page, icon, 512));
  save('tray.png', await draw(page, icon, 32));
  save('trayTemplate.png', await draw(page, tray, 16));
  save('trayTemplate@2x.png', await draw(page, tray, 32));
  save('icon.ico', windowsIcon(await drawAll(page, icon, WINDOWS_SIZES)));
  const appleSizes = APPLE_TYPES.map(([, size]) => size);
  save('icon.icns', appleIcon(await drawAll(page, icon, appleSizes)));
} finally {
  await browser.close();
}

/**
 * @param {string} name
 * @param {Buffer} content
 */
function save(name, content) {
  writeFileSync(inProject('resources', 'icons', name), content);
}

/**
 * @param {import('playwright').Page} page
 * @param {string} svgFile
 * @param {readonly number[]} sizes
 */
async function drawAll(page, svgFile, sizes) {
  /** @type {Map<number, Buffer>} */
  const images = new Map();
  for (const size of sizes) images.set(size, await draw(page, svgFile, size));
  return images;
}

/**
 * @param {import('playwright').Page} page
 * @param {string} svgFile
 * @param {number} size in pixels
 */
async function draw(page, svgFile, size) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${readFileSync(svgFile, 'utf8')}`);
  return page.screenshot({ omitBackground: true });
}

/**
 * A directory of 16 bytes per image, then the images as PNG, which Windows reads since Vista.
 * @param {ReadonlyMap<number, Buffer>} images
 */
function windowsIcon(images) {
  const header = Buffer.alloc(6);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(images.size, 4);
  let offset = header.length + 16 * images.size;
  const directory = [...images].map(([size, png]) => {
    const entry = Buffer.alloc(16);
    // One byte each for width and height, in which 0 stands for 256.
    entry.writeUInt8(size % 256, 0);
    entry.writeUInt8(size % 256, 1);
    entry.writeUInt16LE(1, 4);
    entry.writeUInt16LE(32, 6);
    entry.writeUInt32LE(png.length, 8);
    entry.writeUInt32LE(offset, 12);
    offset += png.length;
    return entry;
  });
  return Buffer.concat([header, ...directory, ...images.values()]);
}

/**
 * Chunks of a four-letter type, their length with these eight bytes, and a PNG.
 * @param {ReadonlyMap<number, Buffer>} images
 */
function appleIcon(images) {
  const chunks = APPLE_TYPES.map(([type, size]) => chunk(type, images.get(size) ?? Buffer.alloc(0)));
  return chunk('icns', Buffer.concat(chunks));
}

/**
 * @param {string} type
 * @param {Buffer} content
 */
function chunk(type, content) {
  const head = Buffer.alloc(8);
  head.write(type, 0, 'ascii');
  head.writeUInt32BE(head.length + content.length, 4);
  return Buffer.concat([head, content]);
}
