/** What an account is as a company, as the pane shows it: its group and its details. */
import type { AccountRecord } from '../../../functions/domain/account/account-record';
import type { RelatedCompany } from '../../../functions/domain/account/parent-company';
import type { Status } from '../../../functions/domain/status/statuses';
import type { AccountView } from '../../script-api';
import { ActionButton, DefinitionList, StatusChip } from '../kit/elements';
import { tAccount } from '../messages/account-catalog';
import { WINDOW_MESSAGES } from '../messages/catalog';
import { formatDate, localize, type Viewer } from '../messages/viewer';
import { fieldLabel } from './account-facts';

interface Props {
  viewer: Viewer;
  account: AccountRecord;
}

/** So many children are told of at once. */
const MAX_CHILDREN = 50;

const isClientBeside = (one: Status, other: Status): boolean =>
  one === 'CURRENT_CLIENT' && other !== 'CURRENT_CLIENT';

const Relatives = ({
  viewer,
  relatives,
  look,
}: {
  viewer: Viewer;
  relatives: readonly RelatedCompany[];
  look: (id: string) => void;
}) => (
  <ul class="plain items">
    {relatives.map(({ id, name, status }) => (
      <li key={id}>
        <div class="item">
          <span>
            <span class="name">{name}</span> <StatusChip viewer={viewer} status={status} />
          </span>
          <ActionButton act={() => look(id)} kind="link">
            {tAccount(viewer, 'openIt')}
          </ActionButton>
        </div>
      </li>
    ))}
  </ul>
);

/** Parent and children are accounts of their own. */
export const GroupSection = ({
  viewer,
  account,
  group: { parent, children },
  look,
}: Props & Pick<AccountView, 'group'> & { look: (id: string) => void }) => {
  if (parent === null && children.length === 0) return <p class="quiet">{tAccount(viewer, 'groupNone')}</p>;
  const isHinted =
    (parent !== null && isClientBeside(parent.status, account.status)) ||
    children.some(({ status }) => isClientBeside(account.status, status));
  return (
    <div>
      {parent === null ? null : (
        <>
          <div class="quiet">{tAccount(viewer, 'groupParent')}</div>
          <Relatives viewer={viewer} relatives={[parent]} look={look} />
        </>
      )}
      {children.length === 0 ? null : (
        <>
          <div class="quiet">{tAccount(viewer, 'groupChildren')}</div>
          <Relatives viewer={viewer} relatives={children} look={look} />
        </>
      )}
      {children.length < MAX_CHILDREN ? null : (
        <p class="quiet">{tAccount(viewer, 'groupFirst', { n: children.length })}</p>
      )}
      {isHinted ? <p class="hint">{tAccount(viewer, 'groupHint')}</p> : null}
    </div>
  );
};

const DETAIL_FACTS = [
  'corporateNumber',
  'kana',
  'englishName',
  'phone',
  'address',
  'industry',
  'securitiesCode',
] as const;

export const DetailsSection = ({ viewer, account }: Props) => {
  const formerNames = account.formerNames.map(
    ({ name, until }) => `${name} (${tAccount(viewer, 'untilDate', { date: formatDate(viewer, until) })})`,
  );
  const sources = Object.entries(account.sources).map(([list, id]) => (id === '' ? list : `${list}: ${id}`));
  return (
    <DefinitionList
      facts={[
        ...DETAIL_FACTS.map((key) => [fieldLabel(viewer, key), account[key]] as const),
        [fieldLabel(viewer, 'otherNames'), account.otherNames.join('、')],
        [fieldLabel(viewer, 'domains'), account.domains.join(', ')],
        [tAccount(viewer, 'formerNames'), formerNames.join(', ')],
        [localize(viewer, WINDOW_MESSAGES.lists), sources.join(', ')],
        [tAccount(viewer, 'accountId'), account.id],
      ]}
    />
  );
};
