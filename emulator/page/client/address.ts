/** What the address says: who looks, in which language, at which spreadsheet, on what. A link is another person's window. */
import type { PageLanguage } from '../protocol';

export interface PageAddress {
  as: string;
  lang: PageLanguage;
  sheet: 'register' | 'queue';
  phone: boolean;
}

export function readPageAddress(): PageAddress {
  const query = new URLSearchParams(location.search);
  return {
    as: query.get('as') ?? 'sato',
    lang: query.get('lang') === 'en' ? 'en' : 'ja',
    sheet: query.get('sheet') === 'queue' ? 'queue' : 'register',
    phone: query.get('phone') === '1',
  };
}

export function pageUrlOf({ as, lang, sheet, phone }: PageAddress): string {
  const query = new URLSearchParams({ as, sheet, lang, ...(phone ? { phone: '1' } : {}) });
  return `/?${query}`;
}
