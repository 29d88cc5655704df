import { connect } from 'node:net';
import { expect, type Page, test } from 'playwright/test';
import { type DemoPage, openDemoPage } from './demo-page.ts';
import type { RunningProgram } from './running-program.ts';

/** The technician's bench: who is at the door, what passes over the line, and any message by hand. */
let demo: DemoPage;
let program: RunningProgram;
let page: Page;

test.beforeAll(async ({ browser }) => {
  demo = await openDemoPage(browser, 10_000);
  ({ page, program } = demo);
});

test.afterAll(() => demo.close());

test('broken clients at the door each get the one right sentence, as they come', async () => {
  await page.goto('/commissioning');
  await page.getByRole('button', { name: 'Not let in' }).click();
  const visits: readonly (readonly [said: string | null, sentence: RegExp])[] = [
    [null, /Opened the port and said nothing/],
    ['hello\r\n\r\n', /Speaks another protocol altogether/],
    ['\u0016\u0003\u0001\u0000\u0005\u0001', /Speaks TLS at the port without TLS/],
    ['GET / HTTP/1.1\r\nHost: x\r\n\r\n', /Came with an ordinary web request/],
    [upgrade('/ocpp/'), /Came without an identity/],
    [upgrade('/ocpp/LP-07/4711'), /Adds its identity by itself, and now has two/],
    [upgrade('/steve/LP-07'), /Came to the wrong path/],
    [upgrade('/ocpp/NOBODY'), /New here/],
    [upgrade('/ocpp/DEMO-01', 'ocpp2.0.1'), /Speaks another protocol\./],
  ];
  for (const [said, sentence] of visits) {
    await visit(said);
    await expect(page.locator('[data-outcome]').first()).toContainText(sentence);
  }
});

test('a message stands on one line with its answer, and opens word for word', async () => {
  await page.goto('/commissioning?tab=messages&station=DEMO-01');
  // Only what is in sight is drawn, and sessions may have passed since.
  await page.getByRole('textbox', { name: 'Text in messages' }).fill('BootNotification');
  const boot = page.getByRole('listitem').filter({ hasText: 'BootNotification' }).first();
  await expect(boot).toContainText('Started: Ladehaus Simulator');
  await expect(boot).toContainText('accepted');
  await boot.getByRole('button').click();
  const panel = page.getByRole('complementary');
  await expect(panel).toContainText('"chargePointVendor": "Ladehaus"');
  await expect(panel).toContainText('"status": "Accepted"');
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
});

test('what passes while the list is paused waits and is counted', async () => {
  await page.goto('/commissioning?tab=messages&station=DEMO-01');
  await expect(page.getByText('Live ·')).toBeVisible();
  await page.getByRole('button', { name: 'Pause' }).click();
  const before = await page.getByTestId('trace').getByRole('listitem').first().textContent();
  for (let round = 0; round < 3; round += 1)
    await page.request.post('/api/v1/stations/DEMO-01/messages', {
      data: { action: 'GetLocalListVersion', payload: {} },
      headers: { origin: program.uiUrl.replace(/\/$/, '') },
    });
  const pill = page.getByRole('button', { name: /^\d+ new$/ });
  await expect(pill).toBeVisible();
  expect(await page.getByTestId('trace').getByRole('listitem').first().textContent()).toBe(before);
  await pill.click();
  await expect(page.getByTestId('trace').getByText('GetLocalListVersion').first()).toBeVisible();
});

test('a form made of the schema says what is wrong beside the field, asks before harm, and shows the answer', async () => {
  await page.goto('/commissioning?tab=messages&station=DEMO-02');
  await page.getByRole('button', { name: 'Send a message' }).click();
  const panel = page.getByRole('complementary', { name: 'Send a message' });
  await panel.getByRole('combobox', { name: 'Message', exact: true }).click();
  await page.getByRole('option', { name: 'UnlockConnector' }).click();
  await panel.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(panel.getByText('Needed.')).toBeVisible();
  await panel.getByLabel('connectorId').fill('one');
  await panel.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(panel.getByText('Must be a whole number.')).toBeVisible();
  await panel.getByLabel('connectorId').fill('1');
  // The switch itself lies under its drawing.
  await panel.getByRole('switch', { name: 'Write it as JSON' }).check({ force: true });
  await expect(panel.getByLabel('JSON', { exact: true })).toHaveValue('{\n  "connectorId": 1\n}');
  await panel.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Send UnlockConnector' }).click();
  await expect(panel.getByRole('status')).toContainText('"status"');
  await expect(panel.getByRole('status')).toContainText(/\d ms/);
  await panel.getByRole('combobox', { name: 'Station' }).click();
  await page.getByRole('option').first().click();
  await expect(panel.getByRole('status')).toBeHidden();
});

test('a hundred thousand lines scroll as smoothly as a thousand', async () => {
  const few = await medianFrameMs(1_000);
  const many = await medianFrameMs(100_000);
  console.log(`a frame among 1,000 lines: ${few} ms; among 100,000: ${many} ms`);
  // What a busy machine makes slow it makes slow for both.
  expect(many).toBeLessThan(2 * few + 20);
});

/** How long half of the frames take at most while so many lines are scrolled through. */
async function medianFrameMs(lines: number): Promise<number> {
  await page.route(/\/api\/v1\/trace\/live/, (route) =>
    route.fulfill({ contentType: 'text/event-stream', body: manyLines(lines) }),
  );
  await page.goto('/commissioning?tab=messages');
  const shown = new RegExp(`${lines / 1_000},\\d{3} messages|${lines / 1_000 + 1},\\d{3} messages`);
  await expect(page.getByText(shown)).toBeVisible({ timeout: 30_000 });
  const frames = await page.getByTestId('trace').evaluate(
    (scroller) =>
      new Promise<readonly number[]>((resolve) => {
        const taken: number[] = [];
        let before = performance.now();
        const step = () => {
          const now = performance.now();
          taken.push(now - before);
          before = now;
          // More than a screen each time: every row is drawn anew.
          if (scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 900)
            scroller.scrollTop = 0;
          scroller.scrollTop += taken.length % 10 === 0 ? scroller.scrollHeight / 10 : 900;
          if (taken.length < 120) requestAnimationFrame(step);
          else resolve(taken.slice(1));
        };
        requestAnimationFrame(step);
      }),
  );
  await page.unroute(/\/api\/v1\/trace\/live/);
  return Math.round(frames.toSorted((a, b) => a - b)[frames.length >> 1] ?? 0);
}

/** What the stream would tell if so many messages had passed. */
function manyLines(count: number): string {
  const events = ['retry: 600000\n\n', 'data: []\n\n'];
  for (let first = 0; first < count; first += 2_000) {
    const lines = Array.from({ length: 2_000 }, (_, offset) => {
      const number = first + offset;
      const meterValue = `[{"timestamp":"2026-11-21T08:00:00Z","sampledValue":[{"value":"${number}"}]}]`;
      return {
        key: `S|in|${number}`,
        at: new Date(Date.UTC(2026, 10, 21, 8) + number).toISOString(),
        stationId: `STATION-${number % 50}`,
        direction: 'in',
        action: 'MeterValues',
        outcome: 'answered',
        latencyMs: number % 40,
        request: `[2,"${number}","MeterValues",{"connectorId":1,"meterValue":${meterValue}}]`,
        answer: `[3,"${number}",{}]`,
      };
    });
    events.push(`data: ${JSON.stringify(lines)}\n\n`);
  }
  return events.join('');
}

function upgrade(path: string, protocol = 'ocpp1.6'): string {
  return [
    `GET ${path} HTTP/1.1`,
    'Host: ladehaus',
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    `Sec-WebSocket-Protocol: ${protocol}`,
    '\r\n',
  ].join('\r\n');
}

/** Opens the port for stations, says something or nothing, and goes. */
function visit(said: string | null): Promise<void> {
  const { hostname, port } = new URL(program.ocppUrl);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    socket.on('error', () => {});
    socket.once('close', () => resolve());
    if (said === null) socket.end();
    else socket.write(said, 'latin1');
    socket.resume();
  });
}
