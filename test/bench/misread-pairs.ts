/** Names as scanners misread them: what becomes of print on cards and vouchers. Deterministic: the same list gives the same pairs. */
import { foldCompanyName } from '../../functions/domain/company/name/company-name';
import { isOthersName, type ListedCompany, type NamePair } from './name-pairs';

/**
 * Characters that scanners of business cards and vouchers were seen to write for others, once each way. They are kept apart from the
 * lookup's own table on purpose: half of them are not in it.
 */
const CONFUSIONS = (
  '東束 日曰 本木 末未 土士 大犬 己已 科料 栃板 機話 版戰 薬藥 規规 書书 宮宫 会云 社杜 式武 陽楊 場揚 島鳥 田由 立亡 水氷 ' +
  '石右 間問 電雷 産產 業業 興與 輸輪 通遍 運連 建健 設殴 技枝 術衛 研硏 究空 所斫 製裂 作侍 精積 鉄鈇 鋼綱 銀銅 金全 品晶 食倉 ' +
  '川州 山出 中巾 小少 上土 下丁 北化 西酉 南甫 海悔 新親 光米 和知 住往 友支 井并 丸九 三二 一ー 二ニ ロ口 カ力 エ工 タ夕 ト卜 ' +
  'ソン シツ クワ フラ スヌ ネス チテ ナメ マア ルレ ヒビ バパ ブプ ボポ タダ サザ ハバ ホボ アァ イィ ユュ ヨョ ツッ ケク コユ ' +
  'ニ二 ミ三 ハ八 オ才 セヤ ラフ 0O 1I 1l 5S 8B 2Z IL UV CG EF MN QO'
).split(' ');

const MISREAD_AS: ReadonlyMap<string, readonly string[]> = CONFUSIONS.reduce((table, pair) => {
  const [one = '', other = ''] = pair;
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const)
    if (from !== to) table.set(from, [...(table.get(from) ?? []), to]);
  return table;
}, new Map<string, readonly string[]>());

/** What stands at the end of a voucher's line where the form was. */
const DAMAGED_FORMS = [
  '株式会',
  '株式',
  '式会社',
  '林式会社',
  '微式会社',
  '株系社',
  '株式会关',
  '朱式会杜',
  '会社',
];
const STAINS = ['。', '2', '、', 'E', '边', '1', '-'];

const sumOf = (text: string): number =>
  [...text].reduce((total, one) => (total * 31 + (one.codePointAt(0) ?? 0)) % 100_003, 7);

const pick = <T>(from: readonly T[], sum: number): T | undefined => from[sum % from.length];

/** So many characters that can be mistaken, spread over the text; null where it has too few. */
const withConfusions = (text: string, count: number): string | null => {
  const characters = [...text];
  const places = characters.flatMap((one, at) => (MISREAD_AS.has(one) ? [at] : []));
  if (places.length < count) return null;
  const sum = sumOf(text);
  for (let n = 0; n < count; n += 1) {
    const [at] = places.splice((sum + n) % places.length, 1);
    if (at === undefined) return null;
    characters[at] = pick(MISREAD_AS.get(characters[at] ?? '') ?? [], sum) ?? '';
  }
  return characters.join('');
};

/** A run of characters lost, as under a fold or a stamp. */
const withoutRun = (text: string, length: number, where: 'middle' | 'end'): string | null => {
  const characters = [...text];
  if (characters.length < length + 4) return null;
  const at =
    where === 'end' ? characters.length - length : 2 + (sumOf(text) % (characters.length - length - 3));
  characters.splice(at, length);
  return characters.join('');
};

interface Parts {
  front: string;
  bare: string;
  back: string;
}

/** The trade name, and the form where it stands. */
const partsOf = ({ name }: ListedCompany): Parts => {
  const bare = foldCompanyName(name).tradeName ?? name;
  const plain = name.normalize('NFKC');
  const at = plain.indexOf(bare);
  return at < 0
    ? { front: '', bare, back: '' }
    : { front: plain.slice(0, at).trim(), bare, back: plain.slice(at + bare.length).trim() };
};

type Misreader = (parts: Parts) => string | null;

const misreadBare =
  (misread: (bare: string) => string | null): Misreader =>
  ({ front, bare, back }) => {
    const written = misread(bare);
    return written === null ? null : `${front}${written}${back}`;
  };

const MISREADERS: Readonly<Record<string, Misreader>> = {
  one_mistaken: misreadBare((bare) => withConfusions(bare, 1)),
  two_mistaken: misreadBare((bare) => ([...bare].length < 5 ? null : withConfusions(bare, 2))),
  three_mistaken: misreadBare((bare) => ([...bare].length < 9 ? null : withConfusions(bare, 3))),
  run_lost: misreadBare((bare) => withoutRun(bare, 2, 'middle')),
  long_run_lost: misreadBare((bare) => withoutRun(bare, 4, 'middle')),
  end_lost: misreadBare((bare) => withoutRun(bare, 3, 'end')),
  mistaken_and_lost: misreadBare((bare) => withConfusions(withoutRun(bare, 2, 'middle') ?? '', 1)),
  form_damaged: ({ front, bare }) => (front === '' ? `${bare}${pick(DAMAGED_FORMS, sumOf(bare))}` : null),
  form_and_mistaken: ({ front, bare }) => {
    const written = withConfusions(bare, 1);
    return front !== '' || written === null ? null : `${written}${pick(DAMAGED_FORMS, sumOf(bare))}`;
  },
  stained: ({ front, bare, back }) => {
    const written = withConfusions(bare, 1);
    return written === null ? null : `${front}${written}${back}${pick(STAINS, sumOf(bare))}`;
  },
};

/** A pair a kind and company; what makes another company's name is left out, since nobody can tell which is meant. */
export const misreadPairsOf = (
  companies: readonly ListedCompany[],
  all: readonly ListedCompany[],
): NamePair[] => {
  const isOthers = isOthersName(all);
  return companies.flatMap((company) =>
    Object.entries(MISREADERS).flatMap(([kind, misread]): NamePair[] => {
      const query = misread(partsOf(company));
      if (query === null || query === company.name || isOthers(query, company)) return [];
      return [{ query, corporateNumber: company.corporateNumber, kind }];
    }),
  );
};

/** Of all companies the one whose name is nearest by plain edit distance, normalised: what a program of ten lines would answer. */
export const nearestNumber = (query: string, companies: readonly ListedCompany[]): string | null => {
  const typed = query.normalize('NFKC');
  let best: { number: string; distance: number } | null = null;
  for (const { name, corporateNumber } of companies) {
    const distance = editDistance([...typed], [...name.normalize('NFKC')]);
    if (best === null || distance < best.distance) best = { number: corporateNumber, distance };
  }
  return best?.number ?? null;
};

/** Levenshtein, in parts of the longer one. */
const editDistance = (one: readonly string[], other: readonly string[]): number => {
  let last = Array.from({ length: other.length + 1 }, (_, column) => column);
  one.forEach((character, row) => {
    const current = [row + 1];
    other.forEach((opposite, column) => {
      const replaced = (last[column] ?? 0) + (character === opposite ? 0 : 1);
      current.push(Math.min(replaced, (last[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
    });
    last = current;
  });
  return (last[other.length] ?? 0) / Math.max(one.length, other.length, 1);
};
