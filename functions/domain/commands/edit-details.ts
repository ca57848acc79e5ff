import type { DetailsInput } from '../account/account';
import { append } from '../account/draft';
import { refuseParent } from '../account/parent-company';
import { isRefusal } from '../account/refusals';
import { validCorporateNumber } from '../company/corporate-number';
import { defineCommand } from './command';
import { normaliseDetails, withFormerName } from './details';

/** An edit of the name keeps the former one, dated. */
export const editDetails = defineCommand<'editDetails', { details: DetailsInput }>({
  type: 'editDetails',
  givenBy: 'rep',
  cell: true,
  reads: ({ details }) => Object.keys(details),
  needs: ({ details }) => ({
    parentId: details.parentId ?? null,
    corporateNumber: validCorporateNumber(details.corporateNumber),
  }),
  decide: (draft, input, context) => {
    const details = normaliseDetails(input.details);
    if (isRefusal(details)) return details;
    const { account } = draft;
    const misplaced =
      details.parentId === account.parentId ? null : refuseParent(account.id, details.parentId, context);
    if (misplaced !== null) return misplaced;
    const renamed = details.name !== undefined && details.name !== account.name;
    return append(draft, 'detailsEdited', {
      ...account,
      ...details,
      formerNames: renamed ? withFormerName(account, context) : account.formerNames,
    });
  },
});
