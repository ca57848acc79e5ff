/** A mail as nodemailer writes it, read again: its subject, its addresses, and its parts as texts. */

export interface ReadMail {
  from: string;
  to: string;
  subject: string;
  messageId: string;
  /** By name in lower case, as they came. */
  headers: Readonly<Record<string, string>>;
  text: string;
  html: string;
}

export const readMail = (source: string): ReadMail => {
  const { headers, body } = entityOf(source);
  const parts = partsOf(headers, body);
  const bodyOf = (type: string): string =>
    parts.find((part) => part.headers['content-type']?.startsWith(type))?.body ?? '';
  return {
    from: decodeWords(headers.from ?? ''),
    to: decodeWords(headers.to ?? ''),
    subject: decodeWords(headers.subject ?? ''),
    messageId: headers['message-id'] ?? '',
    headers,
    text: bodyOf('text/plain'),
    html: bodyOf('text/html'),
  };
};

interface Entity {
  headers: Record<string, string>;
  body: string;
}

const entityOf = (source: string): Entity => {
  const end = source.indexOf('\r\n\r\n');
  const head = end < 0 ? source : source.slice(0, end);
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
  return { headers, body: end < 0 ? '' : source.slice(end + 4) };
};

const partsOf = (headers: Entity['headers'], body: string): Entity[] => {
  const boundary = /boundary="?([^";]+)/i.exec(headers['content-type'] ?? '')?.[1];
  if (boundary === undefined)
    return [{ headers, body: decodeBody(body, headers['content-transfer-encoding'] ?? '7bit') }];
  return body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => entityOf(part.replace(/^\r\n/, '')))
    .flatMap((part) => partsOf(part.headers, part.body.replace(/\r\n$/, '')));
};

const decodeBody = (body: string, encoding: string): string => {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  return encoding === 'quoted-printable' ? decodeQuotedPrintable(body.replace(/=\r\n/g, '')) : body;
};

const decodeQuotedPrintable = (text: string): string =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');

/** Words of a header that are not ASCII. */
const decodeWords = (header: string): string =>
  header
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(word, 'base64').toString('utf8')
        : decodeQuotedPrintable(word.replace(/_/g, ' ')),
    );
