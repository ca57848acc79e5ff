/**
 * Rule 6: a command made on an older version is still accepted where nothing that it reads or writes has changed since.
 * What a command reads is told here as paths of changes (`field` or `field.id`).
 */
import type { Command } from '../account/command';
import type { AwaitedInput } from '../account/command-inputs';
import type { HistoryEntry } from '../account/history';

/** What the guards read. A contact that was logged meanwhile is no conflict; a first meeting is (everMet). */
const RULE_FIELDS = [
  'status',
  'ownerId',
  'everMet',
  'bant',
  'latentNeed',
  'opportunities',
  'products',
  'lost',
  'badFit',
  'onFile',
  'proposal',
];

/** Whom we keep in touch with, and what is waited for, where the command says so itself. */
const awaitedPaths = ({ contact, contactId, awaitedCondition }: AwaitedInput): string[] => [
  ...(contact === undefined && contactId === undefined ? [] : ['awaitedContactId']),
  ...(contact?.id === undefined ? [] : [`contacts.${contact.id}`]),
  ...(awaitedCondition === undefined ? [] : ['status', 'awaitedCondition']),
];

const pathsRead = (command: Command): readonly string[] => {
  switch (command.type) {
    case 'register':
    case 'import':
    case 'logActivity':
    case 'receive':
    case 'absorb':
    case 'release':
    case 'undo':
      return [];
    case 'putOnFile':
    case 'merge':
    case 'approve':
    case 'reject':
      return RULE_FIELDS;
    case 'changeStatus':
    case 'fillIn':
    case 'propose':
    case 'restore':
      return [...RULE_FIELDS, ...awaitedPaths(command.data ?? {})];
    case 'recordCheck':
      return [...RULE_FIELDS, 'nextCheck', 'unanswered', ...awaitedPaths(command.data ?? {})];
    case 'setNextCheck':
      return ['status', 'nextCheck'];
    case 'setAwaited':
      return awaitedPaths(command);
    case 'addOpportunity':
      return ['status', 'proposal'];
    case 'closeOpportunity':
      return command.decision === undefined ? ['status', 'proposal', 'opportunities'] : RULE_FIELDS;
    case 'saveContact':
      return command.contact.id === undefined ? [] : [`contacts.${command.contact.id}`];
    case 'saveProduct':
      if (command.decision !== undefined) return RULE_FIELDS;
      return command.product.id === undefined
        ? ['status']
        : ['status', 'proposal', `products.${command.product.id}`];
    case 'setBant':
      return [
        ...Object.keys(command.bant).map((key) => `bant.${key}`),
        ...(command.latentNeed === undefined ? [] : ['latentNeed']),
      ];
    case 'editDetails':
      return Object.keys(command.details);
    case 'correctMeeting':
      return [`activities.${command.activityId}`];
    case 'cutLink':
    case 'unmerge':
      return ['onFile'];
    case 'markNotDuplicate':
      return [`notDuplicateOf.${command.otherId}`, 'onFile'];
    case 'handOver':
      return ['ownerId', 'handOver'];
    case 'acknowledgeHandOver':
      return ['handOver'];
    default:
      return command satisfies never;
  }
};

/** The entries, among those made since the caller's version, that changed what the command reads. */
export const findConflicts = (command: Command, since: readonly HistoryEntry[]): HistoryEntry[] => {
  const wanted = pathsRead(command);
  return since.filter((entry) =>
    entry.events.some(({ changes }) =>
      changes.some(({ path }) => wanted.some((read) => path === read || path.startsWith(`${read}.`))),
    ),
  );
};
