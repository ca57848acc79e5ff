/** From what was entered for a change of status to the command that asks for it. */
import type { TransitionData } from '../../../functions/domain/account/command-inputs';
import type { Status } from '../../../functions/domain/status/statuses';
import type { CommandBody, Entered, TransitionInput } from '../kit/form-input';
import { moveCommandType } from '../kit/member-rights';

interface TransitionParts {
  data: TransitionData;
  /** Of a proposal. */
  note?: string;
  /** Of a closing or an end: what becomes of the account. */
  to?: Status;
}

/** The data of a change of status, and what stands in the same form without being part of it. */
export const transitionParts = (input: Entered<TransitionInput>): TransitionParts => {
  const { note, decision, activity: _, contact, ...data } = input;
  const name = contact?.name;
  return {
    data: name === undefined ? data : { ...data, contact: { ...contact, name } },
    ...(note === undefined ? {} : { note }),
    ...(decision?.to === undefined ? {} : { to: decision.to }),
  };
};

/** Of commands to which data may be given: none where nothing was entered. */
export const optionalData = (input: Entered<TransitionInput>): { data?: TransitionData } => {
  const { data } = transitionParts(input);
  return Object.keys(data).length === 0 ? {} : { data };
};

/** Only where an account may not be moved by its rep alone is a move sent as a proposal. */
export const statusChangeCommand = (
  from: Status,
  { to, approval }: { to: Status; approval: boolean },
  input: Entered<TransitionInput>,
): CommandBody => {
  const { data, note } = transitionParts(input);
  const type = moveCommandType(from, { approval });
  return type === 'changeStatus'
    ? { type, to, data }
    : { type, to, data, ...(note === undefined ? {} : { note }) };
};
