/** The texts of remarks about a list. */
import type { ImportAnswer } from '../../../functions/contract/import';
import type { ListRemark } from '../../../functions/contract/list-reading';
import type { Text } from '../../../functions/domain/text/text';
import { localize, type Viewer } from '../messages/viewer';

export type NamedFields = readonly { field: string; label: Text }[];

/** `status: 休眠` with the field's label, also as one of several facts, and with the days that a date may mean. */
export const remarkFacts = (
  viewer: Viewer,
  { detail = '', days = [] }: Pick<ListRemark, 'detail' | 'days'>,
  fields: NamedFields,
): string => {
  const facts = detail.split('; ').map((fact) => {
    const [field = '', ...value] = fact.split(': ');
    const label = value.length === 0 ? undefined : fields.find((one) => one.field === field)?.label;
    return label === undefined ? fact : [localize(viewer, label), ...value].join(': ');
  });
  return [facts.join('; '), ...days].join(' → ');
};

/** Whether a remark's facts are shown. For a row that a rule refuses they only hold the code of its message. */
export const hasFacts = ({ code, detail }: Pick<ListRemark, 'code' | 'detail'>): boolean =>
  detail !== undefined && code !== 'ROW_REFUSED';

const OF_UNKNOWN_WORDS: readonly string[] = ['STATUS_UNKNOWN', 'OWNER_UNKNOWN'];

/** The problems of a rehearsal without unknown words, which are asked about one by one. */
export const problemsBesideWords = ({
  problems,
  problemCount,
}: Pick<ImportAnswer, 'problems' | 'problemCount'>): { remarks: ListRemark[]; count: number } => {
  const remarks = problems.filter(({ code }) => !OF_UNKNOWN_WORDS.includes(code));
  return { remarks, count: problemCount - problems.length + remarks.length };
};
