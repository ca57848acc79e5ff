/** What is said in a word of a client whose last product has ended; in a file of its own, for the sheet's script says no more. */
import { text } from '../text/text';

/** The band of the queue, and the mark in the register. */
export const DECISION_LABEL = text('判断待ち', 'Decide');
