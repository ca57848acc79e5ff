/** The note that a step asks for: whoever reads it later has nothing else to go by. */
import type { DecisionContext } from './decision-context';
import { isFilled } from './guard-failure';
import { requiredField } from './input-fields';
import { type Refusal, refuse } from './refusals';

/** Null where it says something. */
export const refuseBlankNote = (note: string, { settings }: DecisionContext): Refusal | null =>
  isFilled(note) ? null : refuse('NOTE_NEEDED', { missing: [requiredField('note', settings)] });
