/** The legal forms of companies in the spellings that lists, banks and people use. */
/**
 * Forms written before or behind the name: spelled out, in kana, as the short form in brackets, ㈱ and (株), as
 * banks shorten it, カ) and (カ, and in Latin letters. In a Latin spelling a space stands for any or no dots, commas and spaces.
 */
export const JAPANESE_FORMS: readonly {
  form: string;
  kana?: readonly string[];
  short?: readonly string[];
  latin?: readonly string[];
}[] = [
  {
    form: '株式会社',
    kana: ['カブシキガイシャ', 'カブシキカイシャ', 'カブシキガイシヤ', 'カブシキカイシヤ'],
    short: ['株', 'カ'],
    latin: ['k k', 'kabushiki kaisha', 'kabushiki gaisha'],
  },
  {
    form: '有限会社',
    kana: ['ユウゲンガイシャ', 'ユウゲンカイシャ', 'ユウゲンガイシヤ', 'ユウゲンカイシヤ'],
    short: ['有', 'ユ'],
    latin: ['y k', 'yugen kaisha', 'yugen gaisha'],
  },
  {
    form: '合同会社',
    kana: ['ゴウドウガイシャ', 'ゴウドウカイシャ', 'ゴウドウガイシヤ', 'ゴウドウカイシヤ'],
    short: ['同', 'ド'],
    latin: ['g k', 'godo kaisha', 'godo gaisha'],
  },
  { form: '合資会社', kana: ['ゴウシガイシャ', 'ゴウシガイシヤ'], short: ['資', 'シ'] },
  { form: '合名会社', kana: ['ゴウメイガイシャ', 'ゴウメイガイシヤ'], short: ['名', 'メ'] },
  { form: '相互会社', short: ['相', 'ソ'] },
  { form: '特定目的会社' },
  { form: '一般社団法人', short: ['一社'] },
  { form: '一般財団法人', short: ['一財'] },
  { form: '公益社団法人', short: ['公社'] },
  { form: '公益財団法人', short: ['公財'] },
  { form: '社団法人', short: ['社', 'シヤ', 'シャ'] },
  { form: '財団法人', short: ['財', 'ザイ'] },
  { form: '医療法人社団' },
  { form: '医療法人財団' },
  { form: '社会医療法人' },
  { form: '医療法人', short: ['医', 'イ'] },
  { form: '学校法人', short: ['学', 'ガク'] },
  { form: '社会福祉法人', short: ['福', '社福', 'フク'] },
  { form: '宗教法人', short: ['宗', 'シユウ', 'シュウ'] },
  { form: '特定非営利活動法人', short: ['特非', 'トクヒ'] },
  { form: '認定特定非営利活動法人' },
  { form: 'NPO法人' },
  { form: '認定NPO法人' },
  { form: '独立行政法人', short: ['独', 'ドク'] },
  { form: '地方独立行政法人', short: ['地独'] },
  { form: '国立研究開発法人' },
  { form: '国立大学法人' },
  { form: '公立大学法人' },
  { form: '監査法人' },
  { form: '有限責任監査法人' },
  { form: '弁護士法人', short: ['ベン'] },
  { form: '税理士法人', short: ['ゼイ'] },
  { form: '司法書士法人' },
  { form: '行政書士法人' },
  { form: '社会保険労務士法人' },
  { form: '特許業務法人' },
  { form: '農事組合法人', short: ['ノウ'] },
  { form: '投資法人' },
  { form: '有限責任事業組合' },
  { form: '股份有限公司' },
  { form: '有限公司' },
  { form: '주식회사', short: ['주'] },
];

/** Forms written behind the name only. */
export const FOREIGN_FORMS: readonly { form: string; latin: readonly string[] }[] = [
  { form: 'Co., Ltd.', latin: ['co ltd', 'co limited', 'company ltd', 'company limited'] },
  { form: 'Inc.', latin: ['inc', 'incorporated'] },
  { form: 'Ltd.', latin: ['ltd', 'limited'] },
  { form: 'Co.', latin: ['co', '& co', 'company', '& company', 'and company'] },
  { form: 'Corp.', latin: ['corp', 'corporation'] },
  { form: 'LLC', latin: ['l l c'] },
  { form: 'LLP', latin: ['l l p'] },
  { form: 'PLC', latin: ['p l c'] },
  { form: 'GmbH', latin: ['gmbh'] },
  { form: 'GmbH & Co. KG', latin: ['gmbh & co kg'] },
  { form: 'AG', latin: ['ag'] },
  { form: 'S.A.', latin: ['s a'] },
  { form: 'SAS', latin: ['s a s'] },
  { form: 'SARL', latin: ['s a r l'] },
  { form: 'S.r.l.', latin: ['s r l'] },
  { form: 'B.V.', latin: ['b v'] },
  { form: 'N.V.', latin: ['n v'] },
  { form: 'Pte. Ltd.', latin: ['pte ltd', 'private limited', 'pvt ltd'] },
  { form: 'Pty Ltd', latin: ['pty ltd', 'proprietary limited'] },
  { form: 'Sdn. Bhd.', latin: ['sdn bhd'] },
  { form: 'Bhd.', latin: ['bhd', 'berhad'] },
];
