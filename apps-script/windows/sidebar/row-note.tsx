/** A selected row that is no registered account: what it is, and what to do about it. */
import { ActionButton } from '../kit/elements';
import type { Dispatch } from '../kit/run-program';
import { tAccount } from '../messages/account-catalog';
import type { Viewer } from '../messages/viewer';
import type { SheetSelection, SidebarMessage } from './sidebar-state';

type RowSelection = Exclude<SheetSelection, { kind: 'account' }>;

interface Props<Kind extends RowSelection['kind']> {
  viewer: Viewer;
  selection: Extract<RowSelection, { kind: Kind }>;
  registering: boolean;
  dispatch: Dispatch<SidebarMessage>;
}

const DraftNote = ({ viewer, selection: draft, registering, dispatch }: Props<'draft'>) => {
  const { row, name } = draft;
  const isNameless = name.trim() === '';
  return (
    <div class="note">
      <h2 class="name">{name || tAccount(viewer, 'noName')}</h2>
      <p>{tAccount(viewer, isNameless ? 'draftNameless' : 'draftNote', { row })}</p>
      <div class="buttons">
        <ActionButton
          act={() => dispatch({ type: 'registerDraft', draft })}
          kind="primary"
          disabled={isNameless || registering}
        >
          {tAccount(viewer, 'registerDraft')}
        </ActionButton>
        <ActionButton act={() => dispatch({ type: 'lookUpName', name })}>
          {tAccount(viewer, 'lookFirst')}
        </ActionButton>
      </div>
    </div>
  );
};

const CopyNote = ({ viewer, selection: { row, id, name }, dispatch }: Props<'copied'>) => (
  <div class="note">
    <h2 class="name">{name}</h2>
    <p class="warning">{tAccount(viewer, 'copiedNote', { row })}</p>
    <div class="buttons">
      <ActionButton act={() => dispatch({ type: 'resolveCopy', row, id, how: 'draft' })}>
        {tAccount(viewer, 'copyToDraft')}
      </ActionButton>
      <ActionButton act={() => dispatch({ type: 'resolveCopy', row, id, how: 'remove' })}>
        {tAccount(viewer, 'copyRemove')}
      </ActionButton>
    </div>
  </div>
);

const NOTES = {
  inconsistent: {
    note: 'inconsistentNote',
    waysBack: ['inconsistentUndo', 'inconsistentSort', 'inconsistentDelete'],
  },
  idTypedOver: { note: 'idTypedOverNote', waysBack: ['inconsistentUndo', 'idTypedOverBack'] },
} as const;

/** What is wrong with the row, and the ways back. */
const BrokenRowNote = ({ viewer, selection: { kind, row } }: Props<keyof typeof NOTES>) => {
  const { note, waysBack } = NOTES[kind];
  return (
    <div class="note">
      <p class="warning">{tAccount(viewer, note, { row })}</p>
      <ol>
        {waysBack.map((key) => (
          <li key={key}>{tAccount(viewer, key)}</li>
        ))}
      </ol>
    </div>
  );
};

export const RowNote = ({ selection, ...props }: Props<RowSelection['kind']>) => {
  switch (selection.kind) {
    case 'none':
      return (
        <div class="note">
          <p class="quiet">{tAccount(props.viewer, 'selectRow')}</p>
        </div>
      );
    case 'draft':
      return <DraftNote {...props} selection={selection} />;
    case 'copied':
      return <CopyNote {...props} selection={selection} />;
    case 'inconsistent':
    case 'idTypedOver':
      return <BrokenRowNote {...props} selection={selection} />;
    default:
      return selection satisfies never;
  }
};
