/** The refusals of the page's server, in both languages. */
import type { PageRefusalBody, PageRefusalCode } from './protocol';

const REFUSAL_TEXTS = {
  BAD_REQUEST: { status: 400, ja: '要求の形が正しくありません。', en: 'The request is not well formed.' },
  NOT_FOUND: { status: 404, ja: 'ここには何もありません。', en: 'Nothing is here.' },
  NO_WINDOW: {
    status: 410,
    ja: 'このウィンドウはもう開いていません。読み込み直してください。',
    en: 'This window is not open any more. Reload it.',
  },
  TOO_LARGE: { status: 413, ja: '一度に送るには大きすぎます。', en: 'That is too much to send at once.' },
  REFUSED: { status: 422, ja: '変更できません。', en: 'That cannot be changed.' },
  MOVED: {
    status: 409,
    ja: 'ほかの人が行や列を動かしたところです。もう一度入力してください。',
    en: 'Somebody has just moved rows or columns. Please type it again.',
  },
} as const satisfies Record<PageRefusalCode, { status: number; ja: string; en: string }>;

interface PageText {
  ja: string;
  en: string;
}

export const malformedText = (detail: string): PageText => ({
  ja: `要求の形が正しくありません: ${detail}`,
  en: `The request is not well formed: ${detail}`,
});

export const unknownPersonText = (as: string): PageText => ({
  ja: `「${as}」という人はいません。`,
  en: `There is nobody "${as}".`,
});

export const errorText = (message: string): PageText => ({ ja: `エラー: ${message}`, en: message });

export class PageRefusal extends Error {
  constructor(
    readonly code: PageRefusalCode,
    readonly words?: PageText,
  ) {
    super(words?.en ?? REFUSAL_TEXTS[code].en);
    this.name = 'PageRefusal';
  }

  get status(): number {
    return REFUSAL_TEXTS[this.code].status;
  }

  get body(): PageRefusalBody {
    const { ja, en } = this.words ?? REFUSAL_TEXTS[this.code];
    return { error: { code: this.code, message: { ja, en } } };
  }
}

const GOOGLE_MESSAGES_JA: readonly (readonly [RegExp, string])[] = [
  [
    /^You are trying to edit a protected cell or object\./,
    '保護されているセルやオブジェクトを編集しようとしています。編集する必要がある場合は、スプレッドシートのオーナーに保護の解除を依頼してください。',
  ],
  [
    /^The data you entered in cell (\S+) violates/,
    'セル $1 に入力したデータは、このセルに設定されているデータの入力規則に違反しています。',
  ],
];

/** Google's message for a refused edit; in Japanese where Google's Japanese message is known. */
export function googleMessageText(message: string): PageText {
  for (const [pattern, ja] of GOOGLE_MESSAGES_JA) {
    const match = pattern.exec(message);
    if (match) return { ja: ja.replace('$1', match[1] ?? ''), en: message };
  }
  return { ja: message, en: message };
}
