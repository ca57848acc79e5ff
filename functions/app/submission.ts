/** One command on its way to the store: a member's request, or one of an import batch. And what becomes of it. */
import type { AcceptedResult, CommandRequest, RefusedResult } from '../contract/commands';
import { editorOf } from '../domain/account/editor';
import type { Member } from '../domain/account/team';
import type { CommandRefusal } from '../domain/commands/command-refusal';
import type { CommandOf } from '../domain/commands/command-table';
import type { CommandContext } from './command-context';
import { newAccountIdOfRequest } from './new-account-id';

/**
 * A row of a company list, or the undo of what a row has changed. Only the functions make it, again whenever the batch is sent
 * again: no answer is stored under its ID.
 */
export interface BatchRequest {
  requestId: string;
  accountId: string;
  /** Null for a row, which is imported into whatever is there. */
  expectedVersion: number | null;
  command: CommandOf<'import' | 'undo'>;
  /** ID of the import batch. */
  batch: string;
}

/** What a caller's request makes of a further account, whatever is there: made by the functions. */
export interface FurtherRequest extends Pick<CommandRequest, 'requestId' | 'command' | 'editor'> {
  accountId: string;
  expectedVersion: null;
}

export type AnyRequest = CommandRequest | BatchRequest | FurtherRequest;

export interface Submission {
  request: AnyRequest;
  /** The request's, or that of the account which it registers. */
  accountId: string;
  /** With whose rights and in whose name it is decided: the caller's, or those of the editor that the request names. */
  decider: Member;
  /** ID of the caller, where somebody else decides. */
  sentBy: string | null;
}

export const submissionOf = (request: AnyRequest, { actor, members }: CommandContext): Submission => {
  const editor = 'editor' in request ? request.editor : undefined;
  const decider = editor === undefined ? actor : editorOf(editor, actor, members);
  return {
    request,
    accountId: request.accountId ?? newAccountIdOfRequest(decider.id, request.requestId),
    decider,
    sentBy: decider.id === actor.id ? null : actor.id,
  };
};

export const batchOf = ({ request }: Submission): string | null =>
  'batch' in request ? request.batch : null;

/** What became of one request: the contract's `CommandResult` without what HTTP adds, and with what it did to the account. */
export type SubmitResult =
  | (Omit<AcceptedResult, 'requestId' | 'status'> & {
      /** 'none' when nothing had to change, for a preview, and for a stored answer. */
      effect: 'created' | 'changed' | 'none';
    })
  | (Pick<RefusedResult, 'row'> & { refusal: CommandRefusal });
