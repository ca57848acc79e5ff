/** The words that tell a person's name from what stands around it, as in `営業部佐藤課長`. */

/** Endings that address a person: `佐藤様`, `Sato-san`. */
export const ADDRESS_ENDINGS: readonly string[] = '様 さん さま 氏 殿 -san -sama'.split(' ');
/** Titles that address a person, with a full stop or without: `Mr. Sato`. */
export const ADDRESS_BEGINNINGS: readonly string[] = 'mr ms mrs miss dr prof'.split(' ');

/** Job titles that address a person behind the name: `佐藤部長`. */
export const JOB_TITLES: readonly string[] = (
  '部長 課長 係長 次長 局長 班長 主任 主査 参事 社長 会長 専務 常務 取締役 監査役 執行役員 理事長 理事 ' +
  '院長 園長 校長 学長 教授 先生'
).split(' ');
/** Job titles behind the name of a place as often as behind that of a person: `横浜支店長`. */
export const PLACE_TITLES: readonly string[] = '店長 所長 室長 工場長 支社長 支局長'.split(' ');
/** English job titles, taken for a part of a person's name behind `with` alone: `with Director Sato`. */
export const ENGLISH_TITLES: readonly string[] =
  'director manager president chairman chairwoman chair ceo cfo coo cto cio vp head professor doctor'.split(
    ' ',
  );

/** Words for a part of a company or for somebody's place in it: beside a name they belong to the title. */
export const ROLE_WORDS: readonly string[] = (
  '営業 経理 総務 人事 財務 法務 会計 監査 労務 秘書 庶務 業務 購買 資材 調達 製造 生産 品質 品証 保証 ' +
  '技術 開発 研究 企画 広報 宣伝 販売 販促 情報 情シス 物流 倉庫 管理 経営 事業 戦略 推進 採用 教育 ' +
  '研修 統括 国内 海外 国際 工務 設計 施設 設備 保守 貿易 輸出 法人 東日本 西日本 関東 関西 本社 支社 ' +
  '本店 支店 支 工場 店舗 現場 本部 事業所 営業所 研究所 事務所 保健所 副 代表 取締役 執行 専務 常務 ' +
  '名誉 担当 担当者 責任者 受付 窓口 事務 次期 新任 後任 前任 先方 相手 直属 上司 部長 課長 社長 店長 ' +
  '主任 会長 主任技術者 技術者 総支配人 支配人 システム マーケ マーケティング デジタル サービス ' +
  'サポート カスタマー ソリューション プロジェクト グループ エリア チーム ネットワーク インフラ ' +
  'セールス プロダクト データ セキュリティ 第一 第二 第三 第1 第2 第3'
).split(' ');
/** What may end a role or begin a title, but ends names, too: 山本部長 is a 本部長 called 山, or a 部長 called 山本. */
export const ROLE_WORDS_OR_NAMES: readonly string[] = '本 前 元 新 現 一 二 三'.split(' ');

/** A text with one of these in it is no name: what is said of a title holder, a day, a company. */
export const NO_NAMES: readonly string[] = (
  '来週 今週 先週 来月 今月 先月 来期 今期 来年 今年 昨年 明日 今日 本日 昨日 翌日 翌週 次回 今回 前回 ' +
  '再度 月末 年末 年度 午前 午後 決裁 承認 確認 相談 報告 説明 提案 紹介 同席 出席 不在 在席 面談 商談 ' +
  '訪問 予算 見積 契約 稟議 検討 最終 直接 同行 経由 退任 就任 交代 交替 異動 昇進 電話 反対 賛成 了承 ' +
  '判断 許可 資料 課題 時期 会社 商事 工業 産業 製作所 銀行 商店 建設 電機 法人 組合 協会 大学 ㈱ ㈲ ' +
  '(株) (有) 病院 自治 町内 仕様 模様 同様 多様 各位 関係 業者 取引先 得意先'
).split(' ');

/** Products that are written as a person is addressed: `MS Office`. */
export const PRODUCT_NAMES: readonly string[] = (
  'office teams excel word outlook azure windows sql access project dynamics copilot 365 powerpoint ' +
  'sharepoint onedrive exchange'
).split(' ');

/** Words that have such an ending and name nobody. */
export const NOBODY_ENDINGS: readonly string[] = (
  '仕様 模様 同様 多様 一様 有様 客様 客さん 皆様 皆さん 皆さま 社様 みな様 みなさん みなさま 先方様 ' +
  '業者様 業者さん 奥様 奥さん お世話様 お疲れ様 たくさん 同氏 両氏 各氏 某氏 御殿 宮殿'
).split(' ');
