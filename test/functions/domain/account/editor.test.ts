import { editorOf } from '../../../../functions/domain/account/editor';
import { UNKNOWN_EDITOR, UNKNOWN_EDITOR_ID } from '../../../../functions/domain/account/unknown-editor';
import { MEMBERS, theMember } from '../../../builders';

test.each<[editor: string, sender: string, by: string, role: string, active?: boolean]>([
  ['is@example.jp', 'manager', 'is', 'is'],
  ['FS@Example.jp', 'manager', 'fs', 'fs'],
  // Never a manager's rights, on nobody's word.
  ['manager@example.jp', 'is', 'manager', 'is'],
  ['admin@example.jp', 'admin', 'admin', 'is'],
  ['viewer@example.jp', 'manager', 'viewer', 'viewer'],
  ['left@example.jp', 'manager', 'left', 'is', false],
  [UNKNOWN_EDITOR, 'manager', UNKNOWN_EDITOR_ID, 'is'],
  // An address of nobody, and one whose letter only looks like ours.
  ['stranger@example.jp', 'manager', UNKNOWN_EDITOR_ID, 'viewer'],
  ['ıs@example.jp', 'manager', UNKNOWN_EDITOR_ID, 'viewer'],
  // Who may not write sends nothing for others.
  ['is@example.jp', 'viewer', 'is', 'viewer'],
  [UNKNOWN_EDITOR, 'viewer', UNKNOWN_EDITOR_ID, 'viewer'],
  [UNKNOWN_EDITOR, 'left', UNKNOWN_EDITOR_ID, 'viewer'],
])('%s, sent by %s: decided by %s as %s', (editor, sender, by, role, active = true) =>
  expect(editorOf(editor, theMember(sender), MEMBERS)).toMatchObject({ id: by, role, active }),
);
