/** Turns the values entered for a change of status into its command. */
import type { TransitionData } from '../../../functions/domain/account/command-inputs';
import type { Status } from '../../../functions/domain/status/statuses';
import type { CommandBody, Entered, TransitionInput } from '../kit/form-input';
import { moveCommandType } from '../kit/member-rights';

interface TransitionParts {
  data: TransitionData;
  /** The note of a proposal. */
  note?: string;
  /** What becomes of the account, where an opportunity or product ends. */
  to?: Status;
}

/** The data of a change of status, and the form's other values. */
export const transitionParts = (input: Entered<TransitionInput>): TransitionParts => {
  const { note, decision, activity: _, contact, ...data } = input;
  const name = contact?.name;
  return {
    data: name === undefined ? data : { ...data, contact: { ...contact, name } },
    ...(note === undefined ? {} : { note }),
    ...(decision?.to === undefined ? {} : { to: decision.to }),
  };
};

/** For commands with optional data: none where nothing was entered. */
export const optionalData = (input: Entered<TransitionInput>): { data?: TransitionData } => {
  const { data } = transitionParts(input);
  return Object.keys(data).length === 0 ? {} : { data };
};

/** A move is sent as a proposal only where a rep may not decide it alone. */
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
