/** Made-up companies: names in the forms that people write, with what else identifies them. */
import type { Json } from './json';
import type { Random } from './random';

const PLACES = [
  '青葉',
  '北斗',
  '東雲',
  '富士見',
  '若狭',
  '瑞穂',
  '大和田',
  '白鷺',
  '春日野',
  '椿',
  '高﨑',
  '渡邉',
  'ミナト',
  'サクラ',
  'エルム',
  'オリオン',
  'ノヴァ',
  'Acorn',
  'Blue Ridge',
  'Kestrel',
  '第一',
  '三つ葉',
  '日の出',
  '中之島',
  '斎藤',
];
const TRADES = [
  '精機',
  '商事',
  '食品',
  '物流',
  '電設',
  'システムズ',
  'テクノ',
  '印刷',
  '建設',
  '薬品',
  '工業',
  'ホールディングス',
  'フーズ',
  'ロジスティクス',
  'メディカル',
  '鉄鋼',
  '不動産',
  'デザイン',
  '',
  'ラボ',
];
const KANA: Readonly<Record<string, string>> = {
  青葉: 'アオバ',
  北斗: 'ホクト',
  東雲: 'シノノメ',
  富士見: 'フジミ',
  若狭: 'ワカサ',
  瑞穂: 'ミズホ',
  大和田: 'オオワダ',
  白鷺: 'シラサギ',
  春日野: 'カスガノ',
  椿: 'ツバキ',
  高﨑: 'タカサキ',
  渡邉: 'ワタナベ',
  第一: 'ダイイチ',
  三つ葉: 'ミツバ',
  日の出: 'ヒノデ',
  中之島: 'ナカノシマ',
  斎藤: 'サイトウ',
  精機: 'セイキ',
  商事: 'ショウジ',
  食品: 'ショクヒン',
  物流: 'ブツリュウ',
  電設: 'デンセツ',
  印刷: 'インサツ',
  建設: 'ケンセツ',
  薬品: 'ヤクヒン',
  工業: 'コウギョウ',
  鉄鋼: 'テッコウ',
  不動産: 'フドウサン',
};
const ROMAN: Readonly<Record<string, string>> = {
  青葉: 'Aoba',
  北斗: 'Hokuto',
  東雲: 'Shinonome',
  富士見: 'Fujimi',
  若狭: 'Wakasa',
  瑞穂: 'Mizuho',
  白鷺: 'Shirasagi',
  椿: 'Tsubaki',
  ミナト: 'Minato',
  サクラ: 'Sakura',
  精機: 'Precision',
  商事: 'Trading',
  食品: 'Foods',
  物流: 'Logistics',
  工業: 'Industries',
};
const TOWNS = [
  '東京都千代田区丸の内',
  '東京都港区芝公園',
  '大阪府大阪市北区梅田',
  '神奈川県横浜市西区みなとみらい',
  '愛知県名古屋市中区栄',
  '北海道札幌市中央区北三条西',
  '福岡県福岡市博多区博多駅前',
  '京都府京都市下京区四条通',
];
const INDUSTRIES = ['製造業', '卸売業', '情報通信業', '建設業', '食料品', '医薬品'];

/** With a right check digit: 9 − (Σ Pn·Qn mod 9), n from the right of the twelve base digits. */
export const corporateNumber = (n: number): string => {
  const base = String(100_000_000_000 + n);
  const sum = [...base]
    .reverse()
    .reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 2), 0);
  return `${9 - (sum % 9)}${base}`;
};

const inForm = (random: Random, bare: string): string =>
  random.weighted([
    [`株式会社${bare}`, 6],
    [`${bare}株式会社`, 4],
    [`有限会社${bare}`, 1],
    [`合同会社${bare}`, 1],
    [`㈱${bare}`, 1],
    [`${bare}(株)`, 1],
    [/^[A-Z]/.test(bare) ? `${bare} Inc.` : bare, 1],
  ]);

/** The name is unique in one recording, save where two are meant to be alike. */
export class Companies {
  private count = 0;

  constructor(private readonly random: Random) {}

  /** The details of a registration. */
  details(): Json {
    const { random } = this;
    this.count += 1;
    const n = this.count;
    const [place, trade] = [random.one(PLACES), random.one(TRADES)];
    const bare = `${place}${trade}${random.chance(0.5) ? '' : random.one(['東', '西', '二', '新', 'ネクスト'])}`;
    const slug = `c${n}-${place.length}${trade.length}`;
    return {
      name: inForm(random, bare),
      ...(random.chance(0.4) ? { kana: `${KANA[place] ?? place}${KANA[trade] ?? trade}` } : {}),
      ...(random.chance(0.25)
        ? { englishName: `${ROMAN[place] ?? place} ${ROMAN[trade] ?? 'Group'} ${n} Co., Ltd.` }
        : {}),
      ...(random.chance(0.45) ? { corporateNumber: this.numberOf(n) } : {}),
      ...(random.chance(0.1) ? { securitiesCode: String(1300 + n) } : {}),
      ...(random.chance(0.5)
        ? { address: `${random.one(TOWNS)}${1 + (n % 9)}-${1 + (n % 17)}-${1 + (n % 5)}` }
        : {}),
      ...(random.chance(0.4)
        ? { phone: `0${3 + (n % 4)}-${5000 + n}-${String(1000 + ((n * 37) % 9000))}` }
        : {}),
      ...(random.chance(0.2) ? { industry: random.one(INDUSTRIES) } : {}),
      ...(random.chance(0.4)
        ? { domains: [`${slug}${random.one(['.example', '-sample.co.jp', '-sample.jp'])}`] }
        : {}),
    };
  }

  /** In one of the spellings in which numbers come. */
  private numberOf(n: number): string {
    const number = corporateNumber(n * 7919);
    return this.random.weighted([
      [number, 6],
      [`T${number}`, 1],
      [`${number.slice(0, 1)}-${number.slice(1, 5)}-${number.slice(5, 9)}-${number.slice(9)}`, 1],
      [number.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)), 1],
    ]);
  }
}
