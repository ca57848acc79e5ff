/** The page's address: the person, the language, the spreadsheet, and whether it is a phone. A link to another address is another person's window. */
import type { BookKey, PageLanguage } from '../protocol';

export interface PageAddress {
  /** Key or e-mail address of the person. */
  as: string;
  lang: PageLanguage;
  sheet: BookKey;
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
