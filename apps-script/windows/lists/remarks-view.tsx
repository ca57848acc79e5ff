/** What is wrong with lines of a list, and what is good to know about them. */
import type { ListRemark } from '../../../functions/contract/list-reading';
import { ScrollableRows } from '../kit/elements';
import { tList } from '../messages/list-catalog';
import { localize, type Viewer } from '../messages/viewer';
import { hasFacts, type NamedFields, remarkFacts } from './remarks';

interface Props {
  viewer: Viewer;
  /** What a column of the list can be. */
  fields: NamedFields;
  remarks: readonly ListRemark[];
  /** Of all of them; not all are listed. */
  count: number;
}

const RemarkList = ({ viewer, fields, remarks, count }: Props) => (
  <div>
    <ScrollableRows>
      {remarks.map((remark) => {
        const { line, code, message, detail } = remark;
        return (
          <li key={`${line} ${code} ${detail}`}>
            {line === null ? null : <strong>{`${tList(viewer, 'line', { n: line })} `}</strong>}
            {localize(viewer, message)}
            {hasFacts(remark) ? <small>{remarkFacts(viewer, remark, fields)}</small> : null}
          </li>
        );
      })}
    </ScrollableRows>
    {remarks.length < count ? (
      <p class="quiet">{tList(viewer, 'andMore', { n: count - remarks.length })}</p>
    ) : null}
  </div>
);

export const ProblemsView = (props: Props) =>
  props.count === 0 ? null : (
    <div class="refusal">
      <strong>{tList(props.viewer, 'problemCount', { n: props.count })}</strong>
      <RemarkList {...props} />
    </div>
  );

export const NotesView = (props: Props) =>
  props.count === 0 ? null : (
    <details>
      <summary>{tList(props.viewer, 'noteCount', { n: props.count })}</summary>
      <RemarkList {...props} />
    </details>
  );
