/** What the console says of a list that was refused: lines for people, while `detail` is for programs and names a field by its key. */
import { FIELD_LABELS } from '../../functions/company-list/list-headers';
import type { Text } from '../../functions/domain/text/text';

/** As the answer has it. */
export interface RefusedLine {
  /** Null for the whole list. */
  line: number | null;
  message: Text;
  detail?: string | undefined;
}

export const listProblemLines = (problems: readonly RefusedLine[]): string[] =>
  problems.map(({ line, message, detail }) => {
    const facts = detail === undefined ? '' : ` ${withFieldNamed(detail)}`;
    return `  ${line === null ? 'all of it' : `line ${line}`}: ${message.en}${facts}`;
  });

const LABELS = new Map<string, Text>(Object.entries(FIELD_LABELS));

/** `owner: 山田` with the field as the headers of lists call it. */
const withFieldNamed = (detail: string): string => {
  const [field = '', ...value] = detail.split(': ');
  const label = value.length === 0 ? undefined : LABELS.get(field);
  return label === undefined ? detail : [label.en, ...value].join(': ');
};
