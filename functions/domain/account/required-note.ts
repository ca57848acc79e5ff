/** The note that a step requires, since it is all that a later reader has to understand the step. */
import type { DecisionContext } from './decision-context';
import { isFilled } from './guard-failure';
import { requiredField } from './input-fields';
import { type Refusal, refuse } from './refusals';

/** Null where the note is not blank. */
export const refuseBlankNote = (note: string, { settings }: DecisionContext): Refusal | null =>
  isFilled(note) ? null : refuse('NOTE_NEEDED', { missing: [requiredField('note', settings)] });
