/** A member's request as it is submitted: which account it is about, and who decides it. */
import type { CommandRequest } from '../contract/commands';
import { editorOf } from '../domain/account/editor';
import type { Caller } from './admit-member';
import { newAccountIdOfRequest } from './new-account-id';
import type { SubmitRequest } from './submit-request';

/** An editor who is named decides, with a rep's rights at most; else the caller. */
export const submitRequestOf = (
  { accountId, editor, ...request }: CommandRequest,
  { member, team }: Caller,
): SubmitRequest => {
  const decider = editor === undefined ? member : editorOf(editor, member, team.members);
  return {
    ...request,
    accountId: accountId ?? newAccountIdOfRequest(decider.id, request.requestId),
    batch: null,
    ...(editor === undefined ? {} : { editor: decider }),
    ...(decider.id === member.id ? {} : { sentBy: member.id }),
  };
};
