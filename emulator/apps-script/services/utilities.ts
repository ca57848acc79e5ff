/** `Utilities`: dates as text, base64, digests, IDs. Bytes are signed, as in Java. */
import { offsetAt, wallClock } from '../time-zone';
import { asGoogle, type Emulates, emulates } from './emulated';
import { enumeration } from './enumeration';
import { callHost, scriptException } from './host-bridge';

type Utilities = GoogleAppsScript.Utilities.Utilities;
type Blob = GoogleAppsScript.Base.Blob;

const CHARSET = enumeration<typeof GoogleAppsScript.Utilities.Charset>('US_ASCII', 'UTF_8');
const DIGEST = enumeration<typeof GoogleAppsScript.Utilities.DigestAlgorithm>(
  'MD5',
  'SHA_1',
  'SHA_256',
  'SHA_384',
  'SHA_512',
);

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function decodeBase64(base64: string): number[] {
  const text = base64.replace(/-/g, '+').replace(/_/g, '/').replace(/=+$/, '');
  const bytes: number[] = [];
  let bits = 0;
  let size = 0;
  for (const letter of text) {
    const value = ALPHABET.indexOf(letter);
    if (value < 0) throw scriptException('Could not decode string.');
    bits = ((bits << 6) | value) & 0xffff;
    size += 6;
    if (size < 8) continue;
    size -= 8;
    bytes.push(((bits >> size) << 24) >> 24);
  }
  return bytes;
}

function encodeBase64(bytes: number[]): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.slice(at, at + 3).map((byte) => byte & 0xff);
    const bits = (a << 16) | (b << 8) | c;
    const left = bytes.length - at;
    for (let digit = 0; digit < 4; digit++) {
      text += digit > left ? '=' : ALPHABET[(bits >> (18 - 6 * digit)) & 63];
    }
  }
  return text;
}

const toBase64 = (data: unknown): string =>
  Array.isArray(data) ? encodeBase64(data.map(Number)) : callHost('Utilities.utf8', String(data));
const toWebSafe = (base64: string): string => base64.replace(/\+/g, '-').replace(/\//g, '_');

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const TOKEN = /'(?:[^']|'')*'|([A-Za-z])\1*|[^A-Za-z']+/g;

/** Emulates the usual letters of Java's SimpleDateFormat; another letter is refused by its name. */
function formatDate(instant: number, zone: string, pattern: string): string {
  if (Number.isNaN(instant)) throw scriptException('Invalid argument: date');
  const wall = new Date(wallClock(instant, zone));
  const offset = offsetAt(instant, zone) / 60_000;
  return pattern.replace(TOKEN, (token) => {
    if (token === "''") return "'";
    if (token.startsWith("'")) return token.slice(1, -1).replace(/''/g, "'");
    return /^[A-Za-z]/.test(token) ? dateToken(token, wall, offset) : token;
  });
}

function dateToken(token: string, wall: Date, offset: number): string {
  const { length } = token;
  const pad = (value: number): string => String(value).padStart(length, '0');
  switch (token[0]) {
    case 'y':
      return length === 2 ? String(wall.getUTCFullYear() % 100).padStart(2, '0') : pad(wall.getUTCFullYear());
    case 'M': {
      const name = MONTHS[wall.getUTCMonth()] ?? '';
      if (length >= 4) return name;
      return length === 3 ? name.slice(0, 3) : pad(wall.getUTCMonth() + 1);
    }
    case 'd':
      return pad(wall.getUTCDate());
    case 'E': {
      const name = DAYS[wall.getUTCDay()] ?? '';
      return length >= 4 ? name : name.slice(0, 3);
    }
    case 'u':
      return pad(wall.getUTCDay() || 7);
    case 'H':
      return pad(wall.getUTCHours());
    case 'h':
      return pad(wall.getUTCHours() % 12 || 12);
    case 'm':
      return pad(wall.getUTCMinutes());
    case 's':
      return pad(wall.getUTCSeconds());
    case 'S':
      return pad(wall.getUTCMilliseconds());
    case 'a':
      return wall.getUTCHours() < 12 ? 'AM' : 'PM';
    case 'Z':
    case 'X':
      return zoneText(token, offset);
    default:
      throw new Error(`not emulated: Utilities.formatDate with "${token}"`);
  }
}

function zoneText(token: string, offset: number): string {
  if (token[0] === 'X' && offset === 0) return 'Z';
  const sign = offset < 0 ? '-' : '+';
  const hours = String(Math.floor(Math.abs(offset) / 60)).padStart(2, '0');
  const minutes = String(Math.abs(offset) % 60).padStart(2, '0');
  if (token === 'X') return sign + hours;
  return sign + hours + (token === 'XXX' ? ':' : '') + minutes;
}

class LocalBlob implements Emulates<LocalBlob, Blob> {
  constructor(
    private readonly bytes: number[],
    private readonly contentType: string | null,
    private readonly name: string | null,
  ) {}
  getBytes(): number[] {
    return this.bytes;
  }
  getDataAsString(charset?: string): string {
    if (charset !== undefined && !/^utf-?8$/i.test(charset)) {
      throw new Error(`not emulated: Blob.getDataAsString in ${charset}`);
    }
    return callHost('Utilities.utf8Text', encodeBase64(this.bytes));
  }
  getContentType(): string | null {
    return this.contentType;
  }
  getName(): string | null {
    return this.name;
  }
}

class LocalUtilities implements Emulates<LocalUtilities, Utilities> {
  get Charset() {
    return CHARSET;
  }
  get DigestAlgorithm() {
    return DIGEST;
  }
  getUuid(): string {
    return callHost('Utilities.getUuid');
  }
  sleep(milliseconds: number): void {
    callHost('Utilities.sleep', milliseconds);
  }
  formatDate(date: GoogleAppsScript.Base.Date, timeZone: string, format: string): string {
    return formatDate(date.getTime(), timeZone, format);
  }
  base64Encode(data: number[] | string): string {
    return toBase64(data);
  }
  base64EncodeWebSafe(data: number[] | string): string {
    return toWebSafe(toBase64(data));
  }
  base64Decode(text: string): number[] {
    return decodeBase64(text);
  }
  base64DecodeWebSafe(text: string): number[] {
    return decodeBase64(text);
  }
  computeDigest(algorithm: GoogleAppsScript.Utilities.DigestAlgorithm, value: number[] | string): number[] {
    return decodeBase64(callHost('Utilities.digest', String(algorithm), toBase64(value)));
  }
  computeHmacSha256Signature(value: number[] | string, key: number[] | string): number[] {
    return decodeBase64(callHost('Utilities.hmac', 'SHA_256', toBase64(value), toBase64(key)));
  }
  newBlob(data: number[] | string, contentType: string | null = null, name: string | null = null): Blob {
    return asGoogle<Blob>(new LocalBlob(decodeBase64(toBase64(data)), contentType, name));
  }
}

emulates('Utilities', LocalUtilities);
emulates('Blob', LocalBlob);

export const makeUtilities = (): Utilities => asGoogle<Utilities>(new LocalUtilities());
