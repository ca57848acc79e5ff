/** What a list that came again changes: looked at before it is imported, and afterwards. */
import type { ComponentChildren } from 'preact';
import type { ListChanges } from '../../../functions/contract/import';
import { ScrollableRows, StatusChip } from '../kit/elements';
import { tList } from '../messages/list-catalog';
import { RowLink, type RowLinkProps } from './row-link';

type ChangeKind = keyof ListChanges['counts'];

const CHANGE_ORDER: readonly ChangeKind[] = ['renamed', 'renumbered', 'gone', 'added', 'unchanged'];
/** Of these the lines are in sight. */
const OPEN_KINDS: readonly ChangeKind[] = ['renamed', 'renumbered', 'gone'];

const CHANGE_TITLES = {
  renamed: 'renamed',
  renumbered: 'renumbered',
  gone: 'gone',
  added: 'created',
  unchanged: 'unchanged',
} as const satisfies Record<ChangeKind, string>;

type Props = RowLinkProps & { changes: ListChanges };

const Line = ({
  viewer,
  line,
  children,
}: Pick<Props, 'viewer'> & { line: number; children: ComponentChildren }) => (
  <li>
    <span class="quiet">{`${tList(viewer, 'line', { n: line })} `}</span>
    {children}
  </li>
);

const FromTo = ({ from, to }: { from: string; to: string }) => (
  <>
    <del>{from}</del>
    {' → '}
    <strong>{to}</strong>
  </>
);

const ChangeLines = ({ changes, kind, ...props }: Props & { kind: ChangeKind }) => {
  const { viewer } = props;
  switch (kind) {
    case 'renamed':
      return (
        <>
          {changes.renamed.map(({ line, from, to }) => (
            <Line key={line} viewer={viewer} line={line}>
              <FromTo from={from} to={to} />
            </Line>
          ))}
        </>
      );
    case 'renumbered':
      return (
        <>
          {changes.renumbered.map(({ line, from, to, name }) => (
            <Line key={line} viewer={viewer} line={line}>
              {`${name} `}
              <FromTo from={from} to={to} />
            </Line>
          ))}
        </>
      );
    case 'gone':
      return (
        <>
          {changes.gone.map(({ accountId, name, listId, status }) => (
            <li key={accountId} class="account-line">
              <RowLink {...props} id={accountId} name={name} />
              <StatusChip viewer={viewer} status={status} />
              {listId === '' ? null : <small>{listId}</small>}
            </li>
          ))}
        </>
      );
    default:
      return (
        <>
          {changes[kind].map(({ line, name }) => (
            <Line key={line} viewer={viewer} line={line}>
              {name}
            </Line>
          ))}
        </>
      );
  }
};

const ChangesOfKind = ({ kind, ...props }: Props & { kind: ChangeKind }) => {
  const { viewer, changes } = props;
  const count = changes.counts[kind];
  const label = (
    <>
      <span>{tList(viewer, CHANGE_TITLES[kind])}</span>
      <strong>{count === null ? tList(viewer, 'goneLater') : tList(viewer, 'rowCount', { n: count })}</strong>
    </>
  );
  if (count === null || count === 0) return <p class="quiet">{label}</p>;
  const listed = changes[kind].length;
  return (
    <details open={OPEN_KINDS.includes(kind)}>
      <summary>{label}</summary>
      {kind === 'gone' ? <p class="hint">{tList(viewer, 'goneHint')}</p> : null}
      <ScrollableRows>
        <ChangeLines {...props} kind={kind} />
      </ScrollableRows>
      {listed < count ? <p class="quiet">{tList(viewer, 'andMore', { n: count - listed })}</p> : null}
    </details>
  );
};

export const ListChangesView = (props: Props) => (
  <div class="changes">
    {CHANGE_ORDER.map((kind) => (
      <ChangesOfKind key={kind} {...props} kind={kind} />
    ))}
  </div>
);
