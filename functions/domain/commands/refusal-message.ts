/** A refusal as a few plain lines: for the note on a cell and for the dialogs. */
import { isBeyondData } from '../account/offered-transitions';
import { ROLES } from '../account/team';
import { dateProblemText } from '../calendar/date-problem';
import type { RegisterView } from '../register/cells';
import { STATUS } from '../status/statuses';
import { shorten } from '../text/shorten';
import type { Text } from '../text/text';
import type { CommandRefusal } from './command-refusal';
import { conflictMessage } from './conflict-message';
import {
  ALLOWED_ROLES_LABEL,
  DATA_LABELS,
  dayThatWouldDo,
  FILL_IN_LABEL,
  LEGAL_NOW_LABEL,
  LIST_SEPARATOR,
  UNDERSTOOD_LABEL,
  UNUSED_LABEL,
} from './refusal-message-texts';

type Members = RegisterView['members'];

/** A longer note on a cell is not read. */
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
  const roles = refusal.code === 'ROLE_NOT_ALLOWED' ? (refusal.facts.allowed ?? []) : [];
  const unused = refusal.code === 'DATA_UNUSED' ? refusal.facts.unused : [];
  // Where a reason is beyond any data, only such reasons are told: filling in the other fields would not help.
  const beyond = reasons.filter(({ code }) => isBeyondData(code));
  const sentences = [
    ...(beyond.length > 0 ? beyond : reasons).map(({ message }) => message[language]),
    ...(refusal.code === 'QUICK_ENTRY_DATE' ? [dateProblemText(refusal.facts)[language]] : []),
    ...('nextBusinessDay' in refusal.facts && refusal.facts.nextBusinessDay !== undefined
      ? [dayThatWouldDo(refusal.facts.nextBusinessDay)[language]]
      : []),
    ...('understood' in refusal.facts ? [UNDERSTOOD_LABEL[language] + refusal.facts.understood] : []),
    ...(refusal.code === 'CONFLICT' ? [conflictMessage(refusal, members)[language]] : []),
  ];
  const rest = [
    ...(roles.length === 0 ? [] : [ALLOWED_ROLES_LABEL[language] + labels(roles.map((role) => ROLES[role]))]),
    ...(unused.length === 0
      ? []
      : [UNUSED_LABEL[language] + labels(unused.flatMap((key) => DATA_LABELS[key] ?? []))]),
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
