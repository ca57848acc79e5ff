/** What the address says: who looks, in which language, at which spreadsheet, on what. A link is another person's window. */
import type { Language } from '../protocol';

export interface Address {
  as: string;
  lang: Language;
  sheet: 'register' | 'queue';
  phone: boolean;
}

export function readAddress(): Address {
  const query = new URLSearchParams(location.search);
  return {
    as: query.get('as') ?? 'sato',
    lang: query.get('lang') === 'en' ? 'en' : 'ja',
    sheet: query.get('sheet') === 'queue' ? 'queue' : 'register',
    phone: query.get('phone') === '1',
  };
}

export function addressOf({ as, lang, sheet, phone }: Address): string {
  const query = new URLSearchParams({ as, sheet, lang, ...(phone ? { phone: '1' } : {}) });
  return `/?${query}`;
}
