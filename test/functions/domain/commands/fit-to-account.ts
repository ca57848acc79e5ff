/** Turns most draws into commands that can be about the account: others would only be refused. */
import { type Account, isRegistered, openOpportunities } from '../../../../functions/domain/account/account';
import { toRecord } from '../../../../functions/domain/account/account-record';
import { openPromises } from '../../../../functions/domain/account/open-promises';
import { MATRIX } from '../../../../functions/domain/status/matrix';
import { one, type RandomCommand, type RandomCommandType, someStatus } from './random-command';

/** Who has still to say that the account, or an opportunity on it, has arrived. */
const receiversOf = (account: Account): string[] => [
  ...(account.handOver?.acknowledgedOn === null ? [account.handOver.toId] : []),
  ...openOpportunities(account).flatMap(({ fsOwnerId, handOver }) =>
    handOver?.acknowledgedOn === null ? [fsOwnerId] : [],
  ),
];

/** Whether a command of this kind can be about the account as it stands; another would only be refused. */
const fits = (type: RandomCommandType, account: Account): boolean => {
  switch (type) {
    case 'register':
      return !isRegistered(account);
    case 'import':
      return true;
    case 'recordCheck':
    case 'setNextCheck':
      return account.standing.status === 'QUARTERLY_CHECK';
    case 'setRevisit':
      return account.standing.status === 'DEAD_OPPORTUNITY';
    case 'approve':
    case 'reject':
      return account.proposal !== null;
    case 'reviewBadFit':
      return account.standing.status === 'BAD_FIT';
    case 'propose':
      return (
        isRegistered(account) &&
        account.proposal === null &&
        account.standing.status !== 'COLD' &&
        account.standing.status !== 'WORKING'
      );
    case 'restore':
      return (
        account.proposal === null &&
        (account.standing.status === 'BAD_FIT' || account.standing.status === 'ON_FILE')
      );
    case 'cutLink':
      return toRecord(account).onFile?.successorId != null;
    case 'merge':
      return isRegistered(account) && toRecord(account).onFile?.successorId == null;
    case 'unmerge':
      return toRecord(account).merged !== null;
    case 'closeOpportunity':
    case 'editOpportunity':
    case 'handOverOpportunity':
      return openOpportunities(account).length > 0;
    case 'fillIn':
      return account.standing.debts.length > 0;
    case 'acknowledgeHandOver':
      return receiversOf(account).length > 0;
    case 'keepPromises':
      return openPromises(account) !== null;
    case 'correctMeeting':
      return account.everMet;
    case 'eraseContact':
    case 'moveContact':
      return Object.keys(account.contacts).length > 0;
    default:
      return isRegistered(account);
  }
};

/** The drawn command, mostly turned into one that fits the account, given by somebody who may. */
export const fitToAccount = (drawn: RandomCommand, account: Account): RandomCommand => {
  if (drawn.flaw % 10 === 9) return drawn;
  const [pick = 0] = drawn.pick;
  const manager = one(['manager', 'manager2'], pick) ?? 'manager';
  if (!isRegistered(account))
    return { ...drawn, type: drawn.type === 'import' || pick % 4 > 1 ? 'import' : 'register' };
  if (account.standing.status === 'QUARTERLY_CHECK' && (drawn.pick[5] ?? 0) % 2 === 0)
    return { ...drawn, type: (drawn.pick[4] ?? 0) % 4 === 0 ? 'setNextCheck' : 'recordCheck' };
  if (openPromises(account) !== null && (drawn.pick[5] ?? 0) % 4 === 1)
    return { ...drawn, type: 'keepPromises' };
  if (openOpportunities(account).length > 0 && (drawn.pick[5] ?? 0) % 3 === 0)
    return { ...drawn, type: 'closeOpportunity', by: one(['fs', 'fs', 'manager'], pick) ?? 'fs' };
  if (account.standing.debts.length > 0 && (drawn.pick[4] ?? 0) % 2 === 0)
    return { ...drawn, type: 'fillIn' };
  const { standing } = account;
  if (standing.status === 'BAD_FIT' && (drawn.type === 'reviewBadFit' || (drawn.pick[4] ?? 0) % 3 > 0)) {
    const asked = standing.badFit?.rejudgement?.memberId ?? manager;
    return {
      ...drawn,
      type: 'reviewBadFit',
      by: one([manager, asked, manager, asked, drawn.by], drawn.pick[3]) ?? manager,
    };
  }
  const type = fits(drawn.type, account) ? drawn.type : 'changeStatus';
  if (
    type === 'approve' ||
    type === 'reject' ||
    type === 'cutLink' ||
    type === 'correctMeeting' ||
    type === 'eraseContact'
  )
    return { ...drawn, type, by: manager };
  if ((type === 'merge' || type === 'unmerge') && pick % 4 > 0) return { ...drawn, type, by: manager };
  if (
    type === 'closeOpportunity' ||
    (type === 'changeStatus' && account.standing.status === 'ACTIVE_OPPORTUNITY')
  )
    return { ...drawn, type, by: one(['fs', 'fs', 'manager'], pick) ?? 'fs' };
  if (type === 'handOverOpportunity' || type === 'editOpportunity') return { ...drawn, type, by: manager };
  if (type === 'acknowledgeHandOver')
    return { ...drawn, type, by: one(receiversOf(account), drawn.pick[1]) ?? manager };
  if (type === 'undo' && pick % 3 > 0) return { ...drawn, type, by: manager };
  if (type !== 'changeStatus') return { ...drawn, type };
  if (toRecord(account).merged !== null && pick % 3 > 0) return { ...drawn, type: 'unmerge', by: manager };
  if (toRecord(account).onFile?.successorId != null) return { ...drawn, type: 'cutLink', by: manager };
  if (MATRIX[account.standing.status][someStatus(account, pick)] !== 'M') return { ...drawn, type };
  return account.proposal === null
    ? { ...drawn, type: 'propose' }
    : { ...drawn, type: 'approve', by: manager };
};
