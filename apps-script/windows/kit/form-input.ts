/** Types that bind a form to the input of its command: the compiler knows every key that a field may have. */
import type { ActivityInput, TransitionData } from '../../../functions/domain/account/command-inputs';
import type { Status } from '../../../functions/domain/status/statuses';
import type { CommandRequestBody } from './request-ids';

type Leaf = string | number | boolean | null | undefined | readonly unknown[];

/** Paths into an input, as keys of fields have them: `contact`, `contact.name`. */
export type InputPath<Input> = Input extends Leaf
  ? never
  : {
      [Key in keyof Input & string]-?: Key | `${Key}.${InputPath<NonNullable<Input[Key]>>}`;
    }[keyof Input & string];

/** What was entered of an input, in which every field may have been left empty. */
export type Entered<Input> = Input extends Leaf
  ? Input
  : { [Key in keyof Input]?: Entered<Exclude<Input[Key], null | undefined>> };

export type CommandBody = CommandRequestBody['command'];
export type InputOf<Type extends CommandBody['type']> = Omit<Extract<CommandBody, { type: Type }>, 'type'>;

/** What a change of status asks for, and what stands beside it in the same form. */
export interface TransitionInput extends TransitionData {
  /** Of a proposal. */
  note?: string;
  /** Of a closing or an end: what becomes of the account. */
  decision?: { to?: Status };
  /** A contact that the command logs by itself. */
  activity?: Partial<ActivityInput>;
}
