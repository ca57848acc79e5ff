/** What a value of a deployment's settings may be. `local`: this is the local suite, in which addresses of this machine may stand. */
import { asciiLowerCase } from './domain/text/ascii-lower-case';

/** In lower case; undefined where it is none. */
export const emailAddress = (value: string): string | undefined =>
  /^[^\s@,]+@[^\s@,]+\.[^\s@,]+$/.test(value) ? asciiLowerCase(value) : undefined;

function url(value: string): URL | null {
  try {
    return new URL(value);
  } catch {
    return null;
  }
}

export const isLoopback = (value: string, local: boolean): boolean =>
  local && /^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?(\/|$)/.test(value) && url(value) !== null;

/** Nothing else there: other paths and hosts of googleapis.com serve keys and files of anybody. */
export const isGoogleCertsUrl = (value: string): boolean => {
  const at = url(value);
  return at?.origin === 'https://www.googleapis.com' && at.pathname.startsWith('/oauth2/');
};

export const isAudience = (value: string, local: boolean): boolean =>
  /^[\w.-]+\.apps\.googleusercontent\.com$/.test(value) ||
  (/^https:\/\/[^\s#]+$/.test(value) && url(value) !== null) ||
  isLoopback(value, local);

export const isBaseUrl = (value: string, local: boolean): boolean =>
  !/[/?#]$|[?#]/.test(value) &&
  ((value.startsWith('https://') && url(value) !== null) || isLoopback(value, local));

export const isSpreadsheetId = (value: string): boolean => /^[\w-]{1,100}$/.test(value);

/** An address at that host and below that path, and no other: whatever stands here is sent what the team knows. */
export const isWebhookOf =
  (origin: string, path: string) =>
  (value: string, local: boolean): boolean => {
    if (isLoopback(value, local)) return true;
    const at = url(value);
    return (
      at !== null &&
      at.origin === origin &&
      at.username === '' &&
      at.password === '' &&
      at.pathname.startsWith(path) &&
      at.hash === ''
    );
  };
