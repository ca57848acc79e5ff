/** Types that bind a form to its command's input, so that the compiler checks every field key. */
import type { ActivityInput, TransitionData } from '../../../functions/domain/account/command-inputs';
import type { Status } from '../../../functions/domain/status/statuses';
import type { CommandRequestBody } from './request-ids';

type Leaf = string | number | boolean | null | undefined | readonly unknown[];

/** Paths into an input, used as field keys: `contact`, `contact.name`. */
export type InputPath<Input> = Input extends Leaf
  ? never
  : {
      [Key in keyof Input & string]-?: Key | `${Key}.${InputPath<NonNullable<Input[Key]>>}`;
    }[keyof Input & string];

/** An input as entered: every field may have been left empty. */
export type Entered<Input> = Input extends Leaf
  ? Input
  : { [Key in keyof Input]?: Entered<Exclude<Input[Key], null | undefined>> };

export type CommandBody = CommandRequestBody['command'];
export type InputOf<Type extends CommandBody['type']> = Omit<Extract<CommandBody, { type: Type }>, 'type'>;

/** The data of a status change, with further fields of the same form. */
export interface TransitionInput extends TransitionData {
  /** The note of a proposal. */
  note?: string;
  /** What becomes of the account, where an opportunity or product ends. */
  decision?: { to?: Status };
  /** A contact that the command logs itself. */
  activity?: Partial<ActivityInput>;
}
