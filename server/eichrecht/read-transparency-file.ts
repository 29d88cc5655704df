import type { SignedData } from '#ocpp/v16/signed-data.ts';

/**
 * The signed data in a file for the transparency software, with the key that stands beside each. Not a reader of XML: these files
 * have one shape, and what does not have it holds nothing.
 */
export function readTransparencyFile(xml: string): readonly SignedData[] {
  // XML 1.0 §2.11: a line ends with LF, whatever stood in the file.
  return [...xml.replace(/\r\n?/g, '\n').matchAll(VALUE)].flatMap(([whole]) => {
    const data = SIGNED_DATA.exec(whole);
    if (data === null) return [];
    const [, attributes = '', content = ''] = data;
    return [
      {
        transport: 'plain' as const,
        bytes: bytesOf(unescaped(content).trim(), attribute(attributes, 'encoding')),
        encodingMethod: attribute(attributes, 'format'),
        publicKey: unescaped(PUBLIC_KEY.exec(whole)?.[1] ?? '').trim() || null,
      },
    ];
  });
}

/** Stations of Compleo hand out the data alone. */
const VALUE = /<value\b[^>]*>[\s\S]*?<\/value>|<signedData\b[^>]*>[\s\S]*?<\/signedData>/g;
const SIGNED_DATA = /<signedData\b([^>]*)>([\s\S]*?)<\/signedData>/;
const PUBLIC_KEY = /<publicKey\b[^>]*>([\s\S]*?)<\/publicKey>/;

function attribute(attributes: string, name: string): string {
  return new RegExp(`\\b${name}\\s*=\\s*"([^"]*)"`).exec(attributes)?.[1] ?? '';
}

function bytesOf(content: string, encoding: string): Uint8Array {
  return encoding === 'hex' || encoding === 'base64'
    ? Buffer.from(content, encoding)
    : Buffer.from(content, 'utf8');
}

/** CDATA, characters by number, and the five names that XML knows. */
function unescaped(text: string): string {
  const cdata = /^\s*<!\[CDATA\[([\s\S]*?)\]\]>\s*$/.exec(text)?.[1];
  if (cdata !== undefined) return cdata;
  return text.replace(/&(#\d+|#x[0-9a-f]+|amp|lt|gt|quot|apos);/gi, (_, name: string) => character(name));
}

function character(name: string): string {
  const named = NAMED[name.toLowerCase()];
  if (named !== undefined) return named;
  const isHex = name[1] === 'x' || name[1] === 'X';
  return String.fromCodePoint(isHex ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1)));
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
