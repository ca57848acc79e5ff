/** Words for a company's trade or kind, which people leave out, or write in kana where the name has kanji. */

/** Words in kanji with their readings. */
const TRADE_WORDS_IN_KANJI =
  '製作所セイサクショ・セイサクジョ 製造所セイゾウショ・セイゾウジョ 製作セイサク 製造セイゾウ 工業コウギョウ 工業所コウギョウショ・コウギョウジョ ' +
  '鉄工所テッコウショ・テッコウジョ ' +
  '鉄工テッコウ 鉄鋼テッコウ 製鉄セイテツ 製鋼セイコウ 製鋼所セイコウショ 鋼業コウギョウ 鋼管コウカン 鋼材コウザイ 特殊鋼トクシュコウ 金属キンゾク 金型カナガタ 鋳造チュウゾウ 鍛造タンゾウ 伸銅シンドウ 軽金属ケイキンゾク ' +
  '自動車ジドウシャ 車体シャタイ 車輌シャリョウ 車両シャリョウ 発動機ハツドウキ 重工業ジュウコウギョウ 重工ジュウコウ 重機ジュウキ 機械キカイ 機工キコウ 機器キキ 工機コウキ 精機セイキ 精工セイコウ 精密セイミツ 計器ケイキ 建機ケンキ ' +
  '電機デンキ 電気デンキ 電器デンキ 電力デンリョク 電子デンシ 電工デンコウ 電線デンセン 電算デンサン 電業デンギョウ 電設デンセツ 電波デンパ 電産デンサン 通信ツウシン 通信機ツウシンキ 無線ムセン 放送ホウソウ 情報ジョウホウ ' +
  '化学カガク 化成カセイ 化工カコウ 製薬セイヤク 薬品ヤクヒン 医薬イヤク 薬局ヤッキョク 樹脂ジュシ 油脂ユシ 石油セキユ 塗料トリョウ 合成ゴウセイ 繊維センイ 紡績ボウセキ 紡織ボウショク 染色センショク 織物オリモノ ' +
  '製紙セイシ 紙業シギョウ 紙工シコウ 印刷インサツ 印刷所インサツジョ 出版シュッパン 出版社シュッパンシャ 書店ショテン 書房ショボウ 書籍ショセキ 新聞シンブン 新聞社シンブンシャ ' +
  '食品ショクヒン 製菓セイカ 製粉セイフン 製糖セイトウ 製油セイユ 製氷セイヒョウ 乳業ニュウギョウ 酒造シュゾウ 醸造ジョウゾウ 水産スイサン 漁業ギョギョウ 農園ノウエン 農産ノウサン 畜産チクサン 牧場ボクジョウ 青果セイカ 精肉セイニク 飲料インリョウ 酪農ラクノウ ' +
  '建設ケンセツ 建築ケンチク 建設業ケンセツギョウ 建業ケンギョウ 建材ケンザイ 建工ケンコウ 土建ドケン 土木ドボク 工務店コウムテン 工務所コウムショ 組グミ・クミ 設計セッケイ 設備セツビ 工事コウジ 塗装トソウ 造園ゾウエン 測量ソクリョウ ' +
  '不動産フドウサン 住宅ジュウタク 地所ジショ 土地トチ 開発カイハツ 都市トシ 興業コウギョウ 興産コウサン 鉱業コウギョウ 鉱山コウザン 窯業ヨウギョウ 陶業トウギョウ 木材モクザイ 製材セイザイ 林業リンギョウ 家具カグ ' +
  '商事ショウジ 商会ショウカイ 商店ショウテン 商社ショウシャ 商工ショウコウ 商業ショウギョウ 商船ショウセン 物産ブッサン 産業サンギョウ 産商サンショウ 実業ジツギョウ 貿易ボウエキ 通商ツウショウ 販売ハンバイ 百貨店ヒャッカテン ' +
  '運輸ウンユ 運送ウンソウ 物流ブツリュウ 倉庫ソウコ 海運カイウン 汽船キセン 造船ゾウセン 船舶センパク 航空コウクウ 鉄道テツドウ 電鉄デンテツ 交通コウツウ 観光カンコウ 旅行リョコウ 旅館リョカン 急行キュウコウ 陸運リクウン ' +
  '銀行ギンコウ 証券ショウケン 保険ホケン 生命セイメイ 火災カサイ 海上カイジョウ 損害ソンガイ 信託シンタク 信用金庫シンヨウキンコ 金庫キンコ 信販シンパン 投資トウシ ' +
  '研究所ケンキュウショ・ケンキュウジョ 技研ギケン 技術ギジュツ 総研ソウケン 総合ソウゴウ 総業ソウギョウ 企画キカク 事務所ジムショ 会計カイケイ 法律ホウリツ 特許トッキョ 学園ガクエン 学院ガクイン 病院ビョウイン 教育キョウイク 大学ダイガク 短期大学タンキダイガク ' +
  '光学コウガク 光機コウキ 写真シャシン 楽器ガッキ 時計トケイ 映画エイガ 音楽オンガク 玩具ガング 本店ホンテン 本舗ホンポ 水道スイドウ 環境カンキョウ 警備ケイビ 保障ホショウ 事業ジギョウ 衣料イリョウ 紙器シキ 瓦斯ガス';

/** Words in kana and Latin letters. */
const OTHER_TRADE_WORDS =
  'ホールディングス ホールディング グループ コーポレーション カンパニー インターナショナル ジャパン システム システムズ サービス ソリューション ソリューションズ テクノロジー テクノロジーズ ' +
  'テクノ エンジニアリング インダストリー インダストリーズ エレクトロニクス エレクトリック メディカル ファーマ ケミカル ケミカルズ フーズ フード パートナーズ コンサルティング ネットワーク ネットワークス ' +
  'ソフト ソフトウェア ソフトウエア モーター モーターズ トレーディング ロジスティクス プロダクツ マテリアル ハウス ホーム ホテル エステート リアルティ ファイナンス リース キャピタル ' +
  'holdings holding group corporation company international japan system systems service services solution solutions technology technologies ' +
  'engineering industry industries industrial electronics electric electrical electronic medical pharma pharmaceutical pharmaceuticals chemical chemicals ' +
  'foods food partners consulting network networks software motor motors trading logistics products materials housing hotel estate realty finance leasing ' +
  'capital bank insurance securities construction manufacturing mfg machinery machine works steel metal metals paper printing textile textiles spinning ' +
  'railway electricrailway shipping shipbuilding warehouse transport transportation heavyindustries seisakusho kogyo sangyo shoji kensetsu denki kagaku seiyaku unyu';

const wordOf = (entry: string): { kanji: string; readings: readonly string[] } => {
  const at = entry.search(/[ァ-ヺ]/);
  return { kanji: entry.slice(0, at), readings: entry.slice(at).split('・') };
};

export const KANJI_TRADE_WORDS: readonly { kanji: string; readings: readonly string[] }[] =
  TRADE_WORDS_IN_KANJI.split(' ').map(wordOf);

/** All of these words as written and as read. */
export const TRADE_WORDS: readonly string[] = [
  ...KANJI_TRADE_WORDS.flatMap(({ kanji, readings }) => [kanji, ...readings]),
  ...OTHER_TRADE_WORDS.split(' '),
];

/** Common first words with their readings. Without 電気, the 日本 of 日本電気 does not identify a company. */
export const KANJI_FIRST_WORDS: readonly { kanji: string; readings: readonly string[] }[] =
  '日本ニホン・ニッポン 大日本ダイニホン・ダイニッポン 新日本シンニホン・シンニッポン 東京トウキョウ 大阪オオサカ 京都キョウト 名古屋ナゴヤ 横浜ヨコハマ 神戸コウベ 福岡フクオカ 札幌サッポロ 仙台センダイ 広島ヒロシマ 静岡シズオカ 千葉チバ 埼玉サイタマ 北海道ホッカイドウ 東北トウホク 関東カントウ 東海トウカイ 中部チュウブ 関西カンサイ 近畿キンキ 中国チュウゴク 四国シコク 九州キュウシュウ 沖縄オキナワ 国際コクサイ 中央チュウオウ 第一ダイイチ 東洋トウヨウ 太平洋タイヘイヨウ 全国ゼンコク 帝国テイコク 昭和ショウワ 大同ダイドウ 大和ダイワ・ヤマト 富士フジ 三菱ミツビシ 三井ミツイ 住友スミトモ 明治メイジ 朝日アサヒ 共同キョウドウ 協和キョウワ 新興シンコウ 丸善マルゼン 東亜トウア'
    .split(' ')
    .map(wordOf);
