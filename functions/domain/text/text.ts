/** What a person reads, in both languages of the product. */
export interface Text {
  ja: string;
  en: string;
}

export const text = (ja: string, en: string): Text => ({ ja, en });
