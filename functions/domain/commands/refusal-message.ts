/** A refusal as a few plain lines: for the note on a cell and for the dialogs. */
import type { RegisterView } from '../register/cells';
import { STATUS } from '../status/statuses';
import type { Text } from '../text/text';
import type { CommandRefusal } from './command-refusal';
import { conflictMessage } from './conflict-message';
import { FILL_IN_LABEL, LEGAL_NOW_LABEL, LIST_SEPARATOR } from './refusal-message-texts';
import { shorten } from './shorten';

type Members = RegisterView['members'];

/** A note on a cell is read at a glance. */
const MAX_CHARACTERS = 500;

/**
 * Every reason, what to fill in and what is legal now, each on a line of its own; after CONFLICT also who changed what. At
 * most 500 characters: of the reasons as many as fit.
 */
export const refusalMessage = (
  refusal: CommandRefusal,
  language: keyof Text,
  members: Members = {},
): string => {
  const { reasons, missing, legal } = refusal;
  const labels = (texts: readonly Text[]): string =>
    [...new Set(texts.map((one) => one[language]))].join(LIST_SEPARATOR[language]);
  const sentences = [
    ...reasons.map(({ message }) => message[language]),
    ...(refusal.code === 'CONFLICT' ? [conflictMessage(refusal, members)[language]] : []),
  ];
  const rest = [
    ...(missing.length === 0 ? [] : [FILL_IN_LABEL[language] + labels(missing.map(({ label }) => label))]),
    ...(legal.length === 0
      ? []
      : [LEGAL_NOW_LABEL[language] + labels(legal.map((status) => STATUS[status].label))]),
  ].join('\n');
  const room = Math.max(MAX_CHARACTERS - [...rest].length - 1, MAX_CHARACTERS / 4);
  return shorten(
    [shorten(sentences.join('\n'), room), rest].filter((part) => part !== '').join('\n'),
    MAX_CHARACTERS,
  );
};
