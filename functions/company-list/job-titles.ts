/** Job titles as cells have them beside a person's name: 営業部長, 代表取締役社長, Sales Manager. */

const RANKS =
  '社長|会長|部長|次長|課長|係長|室長|所長|店長|支店長|工場長|本部長|局長|院長|学長|校長|理事長|主任|主査|専務|常務|取締役|監査役|執行役員|役員|理事|代表|代表社員|代表者|マネージャー|マネジャー|リーダー|チーフ';
/** 営業部長 is a title, and 佐藤部長 a person. */
const AREAS =
  '副|代表|筆頭|上席|上級|統括|執行|事業|営業|総務|人事|経理|財務|法務|広報|宣伝|企画|管理|開発|技術|設計|研究|製造|生産|品質|保証|購買|調達|資材|物流|業務|販売|工事|情報|システム|海外|国内|第[一二三四五1-5]|[店部課室]';

/** Source of a regular expression. */
export const JAPANESE_TITLE = `(?:${AREAS})*(?:${RANKS})(?:兼?(?:${RANKS}|CEO|COO|CFO|CTO))*`;

const TITLE_ALONE = new RegExp(
  `^${JAPANESE_TITLE}$|^(?:[\\w ]+ )?(?:manager|director|president|officer|ceo|cto|cfo|coo)$`,
  'iu',
);

export const isJobTitle = (text: string): boolean => TITLE_ALONE.test(text);
