/** Words that are written in several ways, and words around a name that are no part of it. */

/**
 * Katakana names of Latin letters, as registered names spelled them while letters were not allowed; long marks make no
 * difference.
 */
export const LETTER_NAMES: Readonly<Record<string, readonly string[]>> = {
  a: ['エー', 'エイ', 'エ-'],
  b: ['ビー', 'ビイ'],
  c: ['シー', 'シイ'],
  d: ['ディー', 'ディ', 'デー', 'デイ', 'デイー'],
  e: ['イー', 'イイ'],
  f: ['エフ'],
  g: ['ジー', 'ジイ'],
  h: ['エイチ', 'エッチ', 'エツチ'],
  i: ['アイ'],
  j: ['ジェイ', 'ジェー', 'ジエイ', 'ジエー'],
  k: ['ケー', 'ケイ', 'ケ-'],
  l: ['エル'],
  m: ['エム'],
  n: ['エヌ'],
  o: ['オー', 'オウ'],
  p: ['ピー', 'ピイ'],
  q: ['キュー', 'キユー'],
  r: ['アール', 'アル'],
  s: ['エス'],
  t: ['ティー', 'ティ', 'テー', 'テイ', 'テイー'],
  u: ['ユー', 'ユウ'],
  v: ['ブイ', 'ヴイ', 'ヴィ', 'ヴィー', 'ブィ', 'ビィ'],
  w: ['ダブリュー', 'ダブリュ', 'ダブリユー', 'ダブル'],
  x: ['エックス', 'エツクス', 'エクス'],
  y: ['ワイ'],
  z: ['ゼット', 'ゼツト', 'ズィー', 'ゼッド'],
};

/** Words that are written in kana, in Latin letters or shortened; all of them are read as the key. */
export const NAME_WORDS: Readonly<Record<string, readonly string[]>> = {
  hd: [
    'ホールディングス',
    'ホールディング',
    'ホルディングス',
    'ホールデイングス',
    'holdings',
    'holding',
    'hldgs',
    'hldg',
    'hdgs',
  ],
  fg: [
    'フィナンシャル・グループ',
    'フィナンシャルグループ',
    'ファイナンシャル・グループ',
    'ファイナンシャルグループ',
    'financial group',
  ],
  gr: ['グループ', 'group', 'grp'],
  corp: ['コーポレーション', 'コーポレイション', 'corporation'],
  intl: ['インターナショナル', 'international', "int'l"],
  mfg: ['manufacturing'],
  '0': ['ゼロ'],
  '1': ['ワン'],
  '2': ['ツー'],
  '3': ['スリー'],
  '4': ['フォー'],
  '5': ['ファイブ'],
  '6': ['シックス'],
  '7': ['セブン', 'seven'],
  '8': ['エイト'],
  '9': ['ナイン'],
  '11': ['イレブン', 'eleven'],
  '': ['アンド', 'エンド', 'and', '&', '+'],
};

/** Words before a name in brackets, which say what kind of name it is. */
export const NAME_LABEL =
  /^(?:定款上の商号|登記上の商号|登記名|正式名称?|商号|称号|通称|略称|英文商号|英文名|英語名|旧社名|旧商号|旧名称|旧称|現社名|現商号|新社名|元|旧|現|新|formerly|former|fka|f\/k\/a|ex|aka)[:: ]*/i;

/** Words after a name on an envelope or in a mail. */
export const HONORIFIC = /[ ,、]*(?:御中|ご担当者?様?|御担当者?様?|各位|様|さま|殿|宛て?|行|さん)$/;

/** Marks before a name in a list. */
export const LIST_BULLET =
  /^(?:[・•■□●○◆◇▲△▼▽※★☆*✓✔>–—-] ?|(?:no\.?|№) ?\d{1,4}[.)、:： ] ?|\(\d{1,3}\) ?|\d{1,3}[.)、:：] ?(?=\D))+/i;

const PLACES =
  '北海道|東北|関東|首都圏|北関東|南関東|甲信越|信越|北陸|東海|中部|関西|近畿|中国|四国|九州|沖縄|東日本|西日本|中日本|北日本|札幌|青森|盛岡|仙台|秋田|山形|福島|郡山|水戸|つくば|宇都宮|高崎|前橋|さいたま|大宮|埼玉|千葉|船橋|柏|東京|丸の内|大手町|新宿|渋谷|池袋|品川|銀座|日本橋|上野|立川|多摩|八王子|町田|横浜|川崎|厚木|神奈川|新潟|長岡|富山|金沢|福井|甲府|山梨|長野|松本|岐阜|静岡|浜松|沼津|名古屋|豊田|豊橋|三河|愛知|津|四日市|三重|大津|滋賀|京都|大阪|梅田|難波|堺|東大阪|神戸|姫路|兵庫|奈良|和歌山|鳥取|松江|米子|岡山|倉敷|広島|福山|山口|下関|徳島|高松|松山|高知|福岡|北九州|博多|小倉|久留米|佐賀|長崎|熊本|大分|宮崎|鹿児島|那覇|茨城|栃木|群馬|岩手|宮城|石川|島根|香川|愛媛|札幌中央|中央|第一|第二|第三|海外|国内|日本';
const OFFICES =
  '支店|支社|支部|支所|支局|本社|本店|本部|営業所|営業部|営業本部|事業所|事業部|事業本部|出張所|オフィス|工場|店';
/** Places as banks write them, without small kana. */
const KANA_PLACES =
  'トウキヨウ|オオサカ|ナゴヤ|ヨコハマ|カワサキ|キヨウト|コウベ|フクオカ|ハカタ|キタキユウシユウ|サツポロ|センダイ|ヒロシマ|オカヤマ|カナザワ|ニイガタ|シズオカ|ハママツ|チバ|オオミヤ|サイタマ|タカサキ|マエバシ|ミト|ツクバ|ウツノミヤ|タチカワ|ハチオウジ|シンジユク|シブヤ|イケブクロ|シナガワ|ギンザ|マルノウチ|ニホンバシ|ウメダ|サカイ|ナンバ|ヒメジ|ナラ|ワカヤマ|オオツ|ギフ|ヨツカイチ|トヨタ|トヨハシ|ナガノ|マツモト|コウフ|トヤマ|フクイ|トツトリ|マツエ|ヤマグチ|タカマツ|マツヤマ|トクシマ|コウチ|サガ|ナガサキ|クマモト|オオイタ|ミヤザキ|カゴシマ|ナハ|アオモリ|モリオカ|アキタ|ヤマガタ|フクシマ|コオリヤマ|ホツカイドウ|トウホク|カントウ|ホクリク|トウカイ|チユウブ|カンサイ|チユウゴク|シコク|キユウシユウ|ヒガシニホン|ニシニホン|チユウオウ';
const KANA_OFFICES =
  'シテン|シシヤ|シブ|シシヨ|シキヨク|ホンシヤ|ホンテン|ホンブ|エイギヨウシヨ|エイギヨウブ|ジギヨウシヨ|ジギヨウブ|シユツチヨウジヨ|オフイス|コウジヨウ|センタ[ーｰ-]?|[(](?:エイ|シユツ)[)]?|(?:エイ|シユツ)[)]';
/** Matches small kana written small or large. */
const inAnyKana = (kana: string): string =>
  kana.replace(/[ヤユヨツイ]/g, (one) => `[${one}${'ャュョッィ'['ヤユヨツイ'.indexOf(one)]}]`);
const DEPARTMENTS =
  '営業|総務|人事|経理|財務|法務|購買|調達|資材|広報|企画|経営企画|商品企画|情報システム|システム|開発|技術|製造|品質保証|品質管理|生産管理|研究開発|マーケティング|管理|業務|物流|カスタマーサポート|事業開発|デジタル推進|DX推進|海外事業|国内営業|法人営業|総務人事|人事総務';

/** A branch, a place or a department, where the name is known to have ended. */
export const BRANCH_ALONE: RegExp = new RegExp(
  `^ ?(?:(?:${PLACES})|.{1,20}(?:${OFFICES}|部門?|課|室|センター)|${inAnyKana(KANA_PLACES)}|.{1,30}(?:${inAnyKana(KANA_OFFICES)}))$`,
);

/** A branch or department after the company's name. The longest match is removed, which gives only a weak reading. */
export const BRANCH_ENDINGS: readonly RegExp[] = [
  new RegExp(` ?[_/|:–—-] ?(?:${PLACES})(?:${OFFICES})?$`, 'i'),
  new RegExp(`[ ・]?(?:${PLACES})(?:${OFFICES})$`, 'i'),
  new RegExp(`[ ・_]?(?:${inAnyKana(KANA_PLACES)})(?:${inAnyKana(KANA_OFFICES)})$`),
  new RegExp(` [^ ]{1,20}(?:${inAnyKana(KANA_OFFICES)})$`),
  new RegExp(
    `[ ・]?(?:${DEPARTMENTS})(?:部門|部|課|室|本部|グループ|チーム|担当)(?:[ ]?第?[0-9一二三]+[部課])?$`,
    'i',
  ),
  / [^ ]{1,12}(?:支店|支社|支部|本社|本店|本部|営業所|事業所|事業部|出張所|オフィス|工場|センター|研究所|部|課|室|店)$/,
  /[ ・]?(?:本社|本店|本部)$/,
  / (?:head office|headquarters|hq|[^ ]+ (?:branch|office|factory|plant))$/i,
];
