/** The few shapes a report is made of. Measures in points; the left edge and width are those of the margins. */
export interface ReportPage {
  title(text: string): void;
  heading(text: string): void;
  text(text: string): void;
  /** Names and values in two columns. */
  rows(rows: readonly (readonly [name: string, value: string])[]): void;
  verdict(text: string, good: boolean): void;
  /** One step: its mark and name, what was seen, and when. */
  step(step: {
    readonly name: string;
    readonly outcome: string;
    readonly tone: 'good' | 'bad' | 'quiet';
    readonly when: string;
    readonly lines: readonly string[];
  }): void;
  signature(name: string, when: string): void;
  /** Begins a new page where what follows would be torn apart. */
  keepTogether(height: number): void;
}

const INK = '#1b2430';
const QUIET = '#55606e';
const HAIRLINE = '#c9d0d8';
const TONES = { good: '#136b56', bad: '#92101f', quiet: QUIET } as const;
const NAME_WIDTH = 190;

export function createReportPage(document: PDFKit.PDFDocument): ReportPage {
  const left = document.page.margins.left;
  const width = document.page.width - left - document.page.margins.right;

  function keepTogether(height: number): void {
    if (document.y + height > document.page.height - document.page.margins.bottom) document.addPage();
  }

  function rule(): void {
    document
      .moveTo(left, document.y)
      .lineTo(left + width, document.y)
      .lineWidth(0.5)
      .strokeColor(HAIRLINE)
      .stroke();
  }

  return {
    keepTogether,

    title(text) {
      document.font('bold').fontSize(20).fillColor(INK).text(text, left, document.y);
      document.moveDown(0.6);
    },

    heading(text) {
      keepTogether(60);
      document.moveDown(1.2);
      document.font('bold').fontSize(12).fillColor(INK).text(text, left, document.y);
      document.moveDown(0.3);
      rule();
      document.moveDown(0.4);
    },

    text(text) {
      document.font('regular').fontSize(9).fillColor(INK).text(text, left, document.y, { width });
    },

    rows(rows) {
      document.fontSize(9);
      for (const [name, value] of rows) {
        const valueWidth = width - NAME_WIDTH;
        const height = Math.max(
          document.font('regular').heightOfString(value, { width: valueWidth }),
          document.heightOfString(name, { width: NAME_WIDTH - 10 }),
        );
        keepTogether(height);
        const top = document.y;
        document.fillColor(QUIET).text(name, left, top, { width: NAME_WIDTH - 10 });
        document.fillColor(INK).text(value, left + NAME_WIDTH, top, { width: valueWidth });
        document.y = top + height + 3;
      }
    },

    verdict(text, good) {
      document.moveDown(0.6);
      const tone = good ? TONES.good : TONES.bad;
      const top = document.y;
      document.roundedRect(left, top, width, 26, 4).lineWidth(1).strokeColor(tone).stroke();
      document
        .font('bold')
        .fontSize(11)
        .fillColor(tone)
        .text(`${good ? '✓' : '✗'}  ${text}`, left + 10, top + 7, { width: width - 20 });
      document.y = top + 30;
    },

    step({ name, outcome, tone, when, lines }) {
      const inner = width - 16;
      const height = lines.reduce(
        (sum, line) =>
          sum + document.font('regular').fontSize(8.5).heightOfString(line, { width: inner }) + 2,
        16,
      );
      keepTogether(height + 6);
      const top = document.y;
      document
        .font('bold')
        .fontSize(9.5)
        .fillColor(TONES[tone])
        .text(MARKS[tone], left, top, { width: 14, lineBreak: false });
      document.fillColor(INK).text(name, left + 16, top, { width: inner - 200 });
      document
        .font('regular')
        .fontSize(8.5)
        .fillColor(TONES[tone])
        .text(`${outcome}${when === '' ? '' : ` · ${when}`}`, left + width - 230, top, {
          width: 230,
          align: 'right',
        });
      document.y = top + 15;
      document.fillColor(QUIET);
      for (const line of lines) {
        document.text(line, left + 16, document.y, { width: inner });
        document.y += 2;
      }
      document.y += 5;
    },

    signature(name, when) {
      document.moveDown(1);
      document.font('bold').fontSize(13).fillColor(INK).text(name, left, document.y);
      document.moveDown(0.2);
      rule();
      document.moveDown(0.3);
      document.font('regular').fontSize(8.5).fillColor(QUIET).text(when, left, document.y, { width });
    },
  };
}

const MARKS = { good: '✓', bad: '✗', quiet: '–' } as const;
