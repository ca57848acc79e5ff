/**
 * Who decided a request that somebody else sends. The sheet's automatic sender has only its own word for who typed into a
 * cell, and whoever can call the functions can say the same: so an editor beside the caller has a rep's rights at most.
 */
import { asciiLowerCase } from '../text/ascii-lower-case';
import { isManager, type Member, mayWrite } from './team';
import { UNKNOWN_EDITOR, UNKNOWN_EDITOR_ID } from './unknown-editor';

const unknownEditor = (role: Member['role']): Member => ({
  id: UNKNOWN_EDITOR_ID,
  email: '',
  name: '',
  role,
  active: true,
});

/** The member with a rep's rights at most: only a manager who calls in person has a manager's rights, not a trigger in their name. */
export const withRepRights = (member: Member): Member =>
  isManager(member) ? { ...member, role: 'is' } : member;

/**
 * `editor` is an e-mail address or UNKNOWN_EDITOR. May write where both may, the member of that address and the sender; an
 * address that no member has may not.
 */
export const editorOf = (
  editor: string,
  sender: Member,
  members: Readonly<Record<string, Member>>,
): Member => {
  const address = asciiLowerCase(editor);
  const known = Object.values(members).find(({ email }) => email === address);
  if (!mayWrite(sender)) return known === undefined ? unknownEditor('viewer') : { ...known, role: 'viewer' };
  if (editor === UNKNOWN_EDITOR) return unknownEditor('is');
  return known === undefined ? unknownEditor('viewer') : withRepRights(known);
};
