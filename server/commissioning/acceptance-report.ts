import { join } from 'node:path';
import type { AcceptanceEnd, AcceptanceRun } from '#core/commissioning/acceptance-run.ts';
import { hasPassed } from '#core/commissioning/run-life.ts';
import { resourcesFolder } from '../resources-folder.ts';
import { moment, type ReportFormat } from './report-figures.ts';
import { createReportPage, type ReportPage } from './report-page.ts';
import { drawSteps } from './report-steps.ts';
import { type ReportWords, reportWords } from './report-words.ts';

export interface SignedRun extends AcceptanceRun {
  readonly end: AcceptanceEnd & { readonly kind: 'signed' };
}

/** The report of a signed run as PDF, A4, with its font inside. The same run always gives the same words. */
export async function acceptanceReport(
  run: SignedRun,
  format: ReportFormat,
): Promise<{ readonly fileName: string; readonly bytes: Buffer }> {
  const words = reportWords(format.language);
  // Its fonts alone take a quarter of a second to load: no start should wait for them.
  const { default: PDFDocument } = await import('pdfkit');
  const document = new PDFDocument({
    size: 'A4',
    margins: { top: 56, bottom: 64, left: 56, right: 56 },
    bufferPages: true,
    lang: format.language,
    info: {
      Title: `${words.title} ${run.end.station.name}`,
      Author: run.end.name,
      Creator: `Ladehaus ${run.end.programVersion}`,
      CreationDate: new Date(run.end.at),
    },
  });
  const bytes = collect(document);
  const fonts = join(resourcesFolder(), 'fonts');
  document.registerFont('regular', join(fonts, 'DejaVuSansCondensed.ttf'));
  document.registerFont('bold', join(fonts, 'DejaVuSansCondensed-Bold.ttf'));
  const report: Report = { page: createReportPage(document), run, words, format };

  drawHead(report);
  report.page.heading(words.steps);
  drawSteps(report);
  drawSignature(report);
  report.page.heading(words.configuration);
  drawConfiguration(report);
  drawFoot(document, run, words);
  document.end();
  return { fileName: fileNameOf(run), bytes: await bytes };
}

interface Report {
  readonly page: ReportPage;
  readonly run: SignedRun;
  readonly words: ReportWords;
  readonly format: ReportFormat;
}

function drawHead({ page, run, words, format }: Report): void {
  const { station, site } = run.end;
  const { vendor, model, serialNumber, firmware } = station.identity;
  const passed = hasPassed(run);
  page.title(words.title);
  page.rows([
    [words.site, site],
    [words.station, station.name],
    [words.identity, run.stationId],
    [words.connector, String(run.connectorId)],
    [words.make, [vendor, model].filter(Boolean).join(' ') || '–'],
    [words.serial, serialNumber ?? '–'],
    [words.firmware, firmware ?? '–'],
    [words.begun, `${moment(run.startedAt, format)}, ${run.startedBy}`],
  ]);
  const leftOut = run.steps.filter(({ state }) => state.kind === 'skipped').length;
  page.verdict(
    [
      passed ? words.passedResult : words.failedResult,
      ...(leftOut > 0 ? [`${leftOut} ${words.outcome.skipped}`] : []),
    ].join(' · '),
    passed,
  );
}

function drawSignature({ page, run, words, format }: Report): void {
  const { name, at, by } = run.end;
  page.keepTogether(110);
  page.heading(words.signature);
  page.text(words.confirmed);
  page.signature(name, `${moment(at, format)} · ${words.signedInAs} ${by}`);
}

function drawConfiguration({ page, run, words }: Report): void {
  if (run.configuration === null || run.configuration.length === 0) page.text(words.notRead);
  else
    page.rows(
      run.configuration.map(({ key, value, secret }) => [key, secret ? words.secret : (value ?? '–')]),
    );
}

/** Which page of how many, and what wrote it, on every page. */
function drawFoot(document: PDFKit.PDFDocument, run: SignedRun, words: ReportWords): void {
  const { start, count } = document.bufferedPageRange();
  for (let index = start; index < start + count; index += 1) {
    document.switchToPage(index);
    const { height, width } = document.page;
    // Text below the margin would begin another page.
    document.page.margins.bottom = 0;
    document.font('regular').fontSize(8).fillColor('#55606e');
    document.text(`${words.program} ${run.end.programVersion}`, 56, height - 40, { lineBreak: false });
    document.text(`${words.page} ${index + 1} / ${count}`, 56, height - 40, {
      width: width - 112,
      align: 'right',
      lineBreak: false,
    });
  }
}

function collect(document: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    document.on('data', (part: Buffer) => parts.push(part));
    document.on('end', () => resolve(Buffer.concat(parts)));
    document.on('error', reject);
  });
}

/** Names of stations may hold anything; names of files may not. */
function fileNameOf({ stationId, connectorId, end }: SignedRun): string {
  const station = stationId.replace(/[^A-Za-z0-9._-]+/g, '-');
  return `acceptance-${station}-${connectorId}-${new Date(end.at).toISOString().slice(0, 10)}.pdf`;
}
