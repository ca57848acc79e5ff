/** The rows of a task that were refused, each with the reason. */
import type { Text } from '../../../functions/domain/text/text';
import type { SelectedRow } from '../../script-api';
import { ScrollableRows } from '../kit/elements';
import { localize, type Viewer } from '../messages/viewer';

interface Props {
  viewer: Pick<Viewer, 'language'>;
  refused: readonly { row: Pick<SelectedRow, 'id' | 'name'>; message: Text }[];
}

export const RefusedRows = ({ viewer, refused }: Props) =>
  refused.length === 0 ? null : (
    <ScrollableRows kind="refusal">
      {refused.map(({ row, message }) => (
        <li key={row.id}>
          <strong>{row.name}</strong>
          <div>{localize(viewer, message)}</div>
        </li>
      ))}
    </ScrollableRows>
  );
