/**
 * Characters that scanners confuse, and shapes of other scripts that they write instead. They apply to weak keys (weak-key.ts),
 * in which old and new kanji, large and small kana, and digits are unified already.
 */

/** Characters that look nearly the same in print; dakuten and handakuten are removed before, so that ガ and カ are equal. */
export const LOOK_ALIKES: readonly string[] = (
  'ソンリ シツ クタワフウ夕 コユヨ スヌ チテ千干于 ナメ マア ルレ ヒ7 ロ口 カ力刀 エ工 ト卜 オ才 ホ木本 ' +
  'ニ2z ミ3 ハ8b o0q i1l s5 g6 ' +
  '東束柬棟 日曰白目自百 末未朱 土士 大太犬丈 人入 己已巳 氷永 田由甲申 王玉主 石右 名各 問間聞 開閉閑 鳥烏島 待侍持特 住往佳任 杤板坂阪 科料 微徴 線綿 緑縁録 設説 堂常 第弟 見貝具 崎埼 萩荻 材村 林体休 ' +
  '池他地 理埋 植値 拓祐裕 建健 機械 輸輪 倉食 金全 合会 今令冷 宣宜 官宮営 陽湯揚場 折析 晶品 光米 北比 万方 丸9 久欠 夫天矢失 牛午 手毛 民氏 吏央 礼札 刊判 和知 拾捨 ' +
  '冶治 酒洒 清晴精 青責 賀貿 貸賃 職識織 績積 運連 逸進 郎朗 部郡 網鋼銅綱 銀銘 雲雪 電雷 須項頂 内肉 用月円 店庄 薬楽 業美 興輿 産彦 社杜 式武 洋祥 海梅 浦補 福副 ' +
  '富宙 岡罔 原厚 上止正 下不 心必 文交父 世廿 丘兵 占古 左在 元兄 刻劾 動勤 吉告 字宇 完宗 巨臣 市布 志忘 思恩 昌星 旭昇 栢柚 柴紫 構横 栄果'
).split(' ');

/**
 * Simplified Chinese kanji with their Japanese shapes: those that JIS X 0208 lacks and that stand for one frequent kanji. Taken
 * once from kTraditionalVariant of Unihan 15.0 (Unicode License, https://www.unicode.org/license.txt).
 */
export const SIMPLIFIED_KANJI: readonly string[] = (
  '专専 业業 丛叢 东東 丝糸 两両 严厳 丧喪 丰豊 临臨 为為 丽麗 义義 乌烏 乐楽 乔喬 习習 乡郷 书書 买買 亚亜 产産 亩畝 亲親 亿億 仅僅 仓倉 仪儀 优優 伞傘 伟偉 传伝 伤傷 伦倫 伪偽 佣傭 侣侶 侦偵 侧側 侨僑 ' +
  '俭倹 债債 倾傾 偿償 储儲 兰蘭 关関 兴興 养養 兽獣 冈岡 军軍 农農 冻凍 减減 凑湊 凤鳳 凯凱 击撃 划劃 刘劉 则則 刚剛 创創 别別 剂剤 剑剣 剧劇 劝勧 务務 动動 劳労 势勢 勋勲 华華 协協 单単 卖売 卫衛 厅庁 ' +
  '压圧 厌厭 县県 变変 叠畳 叹嘆 吓嚇 吕呂 启啓 呗唄 员員 响響 哑唖 哗嘩 唤喚 啮噛 喷噴 团団 园園 围囲 图図 圆円 圣聖 场場 块塊 坚堅 坛壇 坟墳 坠墜 垒塁 垦墾 壳殻 处処 备備 头頭 夺奪 奋奮 妇婦 娄婁 ' +
  '娱娯 婴嬰 孙孫 宁寧 实実 宠寵 审審 宪憲 宫宮 宽寛 宾賓 对対 寻尋 导導 尔爾 尘塵 尝嘗 尧尭 层層 岁歳 岚嵐 岛島 岭嶺 币幣 帅帥 师師 帐帳 帘簾 带帯 庆慶 库庫 应応 庙廟 废廃 开開 异異 张張 弹弾 强強 归帰 ' +
  '录録 彻徹 忆憶 忧憂 怀懐 态態 总総 恳懇 恶悪 恼悩 悬懸 惊驚 惩懲 惯慣 愤憤 戏戯 战戦 户戸 扑撲 执執 扩拡 扫掃 扬揚 扰擾 抚撫 护護 报報 拟擬 拥擁 择択 挥揮 损損 换換 搅撹 摄摂 摇揺 敌敵 斋斎 斩斬 时時 ' +
  '昙曇 显顕 晓暁 暂暫 术術 杀殺 杂雑 权権 杨楊 极極 构構 枪槍 枫楓 栅柵 标標 栈桟 栉櫛 栋棟 栌櫨 栏欄 树樹 样様 桥橋 桦樺 检検 樱桜 橹櫓 欢歓 毕畢 汉漢 汤湯 沟溝 泷滝 泽沢 洁潔 洼窪 浊濁 测測 济済 浓濃 ' +
  '涂塗 涟漣 涡渦 润潤 涧澗 渍漬 渐漸 渔漁 溃潰 满満 滥濫 滨浜 滩灘 濑瀬 濒瀕 灭滅 灵霊 灶竃 灾災 灿燦 炼煉 烛燭 烦煩 烧焼 热熱 爱愛 爷爺 牵牽 牺犠 狈狽 狮獅 狱獄 猎猟 环環 现現 玺璽 电電 畅暢 疗療 盐塩 ' +
  '监監 盘盤 矫矯 矶磯 矿鉱 砚硯 础礎 硕碩 确確 硷鹸 祯禎 祸禍 离離 秃禿 种種 积積 稳穏 穷窮 窑窯 窥窺 竖竪 竞競 笃篤 笔筆 简簡 类類 粪糞 紧緊 纠糾 红紅 纤繊 约約 级級 纪紀 纬緯 纮紘 纯純 纱紗 纲綱 纳納 ' +
  '纵縦 纷紛 纸紙 纹紋 纺紡 纽紐 线線 绀紺 练練 组組 绅紳 细細 织織 终終 绍紹 经経 结結 绘絵 给給 绚絢 络絡 绝絶 绞絞 统統 绢絹 绣繍 继継 绩績 绪緒 绫綾 续続 绯緋 绳縄 维維 绵綿 绶綬 综綜 绽綻 绿緑 缀綴 ' +
  '缅緬 缐線 缓緩 缔締 编編 缘縁 缚縛 缝縫 缟縞 缠纏 缩縮 缮繕 缲繰 罗羅 罚罰 罢罷 聋聾 职職 联聯 聪聡 肃粛 肠腸 肤膚 肾腎 肿腫 胀脹 胁脅 胜勝 脏臓 脑脳 脓膿 腾騰 舆輿 舰艦 艳艶 艺芸 节節 芜蕪 苇葦 苍蒼 ' +
  '苏蘇 茑蔦 茧繭 荞蕎 荡蕩 荣栄 荫蔭 药薬 莲蓮 莳蒔 莺鴬 萤蛍 营営 萨薩 蓝藍 虏虜 虑慮 虾蝦 蚀蝕 蚁蟻 蜡蝋 蝇蝿 补補 袄襖 袭襲 见見 观観 规規 视視 览覧 觉覚 誊謄 计計 订訂 认認 讨討 让譲 讬託 训訓 议議 ' +
  '讯訊 记記 讲講 许許 论論 讼訟 设設 访訪 诀訣 证証 评評 识識 诈詐 诉訴 诊診 词詞 诏詔 译訳 试試 诗詩 诘詰 诚誠 话話 诞誕 诠詮 诣詣 该該 详詳 诧詫 语語 误誤 诱誘 说説 请請 诸諸 诹諏 诺諾 读読 诽誹 课課 ' +
  '谁誰 调調 谅諒 谈談 谊誼 谋謀 谍諜 谏諌 谒謁 谓謂 谕諭 谘諮 谚諺 谛諦 谜謎 谢謝 谣謡 谦謙 谨謹 谬謬 谱譜 贝貝 贞貞 负負 贡貢 财財 责責 贤賢 败敗 货貨 质質 贩販 贫貧 购購 贮貯 贯貫 贱賎 贳貰 贴貼 贵貴 ' +
  '贷貸 贸貿 费費 贺賀 贼賊 贿賄 赁賃 赂賂 资資 赈賑 赋賦 赌賭 赏賞 赐賜 赔賠 赖頼 赝贋 赞賛 赠贈 趋趨 跃躍 车車 轨軌 轩軒 转転 轮輪 软軟 轰轟 轴軸 轻軽 载載 较較 辅輔 辈輩 辉輝 辑輯 输輸 辔轡 辖轄 辙轍 ' +
  '边辺 辽遼 达達 迁遷 过過 运運 还還 这這 进進 远遠 违違 连連 迟遅 适適 选選 逊遜 递逓 遗遺 邮郵 邻隣 郑鄭 酱醤 酿醸 释釈 鉴鑑 针針 钉釘 钏釧 钓釣 钝鈍 钢鋼 钦欽 钱銭 钲鉦 钴鈷 铁鉄 铃鈴 铅鉛 铎鐸 铜銅 ' +
  '铠鎧 铣銑 铫銚 铭銘 铳銃 银銀 铸鋳 铺舗 锁鎖 锄鋤 锅鍋 锋鋒 锐鋭 锖錆 错錯 锚錨 锡錫 锤錘 锥錐 锦錦 锭錠 键鍵 锷鍔 锹鍬 锺鍾 锻鍛 镀鍍 镇鎮 镜鏡 镝鏑 镫鐙 镰鎌 长長 门門 闪閃 闭閉 问問 闰閏 闲閑 ' +
  '间間 闷悶 闻聞 阀閥 阁閣 阅閲 队隊 阳陽 阴陰 阵陣 阶階 际際 陆陸 陈陳 险険 隐隠 难難 雏雛 雾霧 韩韓 顶頂 顷頃 项項 顺順 须須 顽頑 顾顧 顿頓 颁頒 预預 领領 颇頗 颈頚 颊頬 频頻 颕頴 颖頴 题題 颚顎 ' +
  '颜顔 额額 颠顛 风風 飞飛 飨饗 饥飢 饭飯 饮飲 饰飾 饱飽 饲飼 饴飴 饵餌 饼餅 饿餓 馀余 馆館 马馬 驮駄 驯馴 驰馳 驱駆 驳駁 驹駒 驻駐 驾駕 驿駅 骂罵 验験 骏駿 骑騎 骚騒 鱼魚 鲁魯 鲇鮎 鲋鮒 鲑鮭 鲔鮪 鲛鮫 ' +
  '鲜鮮 鲣鰹 鲤鯉 鲭鯖 鲷鯛 鲸鯨 鲹鯵 鳁鰯 鳄鰐 鳅鰍 鳍鰭 鳕鱈 鳗鰻 鳞鱗 鳟鱒 鸟鳥 鸠鳩 鸡鶏 鸢鳶 鸣鳴 鸥鴎 鸨鴇 鸭鴨 鸿鴻 鹄鵠 鹈鵜 鹉鵡 鹏鵬 鹤鶴 鹫鷲 鹭鷺 鹰鷹 齐斎 齿歯 龄齢 龙竜 龟亀'
).split(' ');

const STANDARD_KANJI: ReadonlyMap<string, string> = new Map(
  SIMPLIFIED_KANJI.map((pair): [string, string] => {
    const [simplified = '', standard = ''] = pair;
    return [simplified, standard];
  }),
);
const STANDARD_LOOK: ReadonlyMap<string, string> = new Map(
  LOOK_ALIKES.flatMap((group) => {
    const [standard = '', ...others] = group;
    return others.map((other): [string, string] => [other, standard]);
  }),
);
/** Letters that look like one letter in print, or one that looks like two. */
const LETTER_PAIRS = /rn|vv|cl/g;
const LETTER_OF_PAIR: Readonly<Record<string, string>> = { rn: 'm', vv: 'w', cl: 'd' };
const VOICED_MARKS = /[\u3099\u309a]/g;

/** Cyrillic and Greek letters that look like Latin ones. */
const LETTERS_LIKE_LATIN: ReadonlyMap<string, string> = new Map(
  (
    'АA ВB ЕE ЁE ЅS ІI ЇI ЈJ КK МM НH ОO РP СC ТT УY ХX ЬB ЗZ ԚQ ԜW аa вb еe ёe ѕs іi їi јj кk мm нh оo рp сc тt уy хx ԁd һh ԛq ԝw ' +
    'ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX αa βb εe ηn ιi κk νv οo ρp τt υu χx'
  )
    .split(' ')
    .map((pair): [string, string] => [pair.slice(0, 1), pair.slice(1)]),
);
const OTHER_ALPHABET = /[\p{sc=Cyrillic}\p{sc=Greek}]/u;

const replaceEach = (text: string, table: ReadonlyMap<string, string>): string =>
  [...text].map((one) => table.get(one) ?? one).join('');

/** The weak key with its kanji in their Japanese shapes. */
export const inJapaneseShapes = (weakKey: string): string => replaceEach(weakKey, STANDARD_KANJI);

/** Equal for two weak keys that look the same at a glance. */
export const foldLookAlikes = (weakKey: string): string =>
  replaceEach(
    inJapaneseShapes(weakKey)
      .normalize('NFD')
      .replace(VOICED_MARKS, '')
      .normalize('NFC')
      .replace(LETTER_PAIRS, (pair) => LETTER_OF_PAIR[pair] ?? pair),
    STANDARD_LOOK,
  );

/**
 * The text that may have been meant where letters of another alphabet (Тоуоtа) or a rarer kanji (束芝) stand for look-alikes;
 * otherwise the text itself.
 */
export const asItLooks = (text: string): string => {
  const latin = OTHER_ALPHABET.test(text) ? replaceEach(text, LETTERS_LIKE_LATIN) : text;
  const isReadable = !OTHER_ALPHABET.test(latin);
  return (isReadable ? latin : text).replace(/\p{sc=Han}/gu, (kanji) => STANDARD_LOOK.get(kanji) ?? kanji);
};
