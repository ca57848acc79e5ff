/** How often each member judges a company a bad fit, against the rest: in words, with how sure. */
import type { BadFitsAnswer } from '../../../functions/contract/bad-fits';
import { ErrorView, QuietNote } from '../kit/elements';
import { tReports } from '../messages/reports-catalog';
import { localize, memberName, type Viewer } from '../messages/viewer';
import type { OpenReports } from './reports';

type ReportReader = Pick<Viewer, 'language' | 'members'>;
type MemberRate = BadFitsAnswer['members'][number];

const rateWords = (viewer: ReportReader, count: number, total: number): string =>
  total === 0
    ? '–'
    : tReports(viewer, 'rateOf', { percent: Math.round((100 * count) / total), count, total });

/** As people write a small number: none is so small that it is nought. */
const chanceWords = (p: number): string => (p < 0.001 ? '<0.1%' : `${Number((100 * p).toPrecision(2))}%`);

const RateTable = ({
  viewer,
  caption,
  rates,
}: {
  viewer: ReportReader;
  caption: string;
  rates: readonly MemberRate[];
}) => (
  <table>
    <caption class="unseen">{caption}</caption>
    <thead>
      <tr>
        {(['member', 'rate', 'rest', 'verdict'] as const).map((key) => (
          <th key={key} scope="col">
            {tReports(viewer, key)}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rates.map(({ memberId, count, total, restCount, restTotal, p, verdict }) => (
        <tr key={memberId} data-verdict={verdict}>
          <th scope="row">{memberName(viewer, memberId)}</th>
          <td>{rateWords(viewer, count, total)}</td>
          <td>{rateWords(viewer, restCount, restTotal)}</td>
          <td>{tReports(viewer, verdict, { p: p === null ? '–' : chanceWords(p) })}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

const Rates = ({ viewer, answer }: { viewer: ReportReader; answer: BadFitsAnswer }) => {
  if (answer.members.length === 0) return <QuietNote>{tReports(viewer, 'noBadFits')}</QuietNote>;
  return (
    <>
      <RateTable viewer={viewer} caption={tReports(viewer, 'badFits')} rates={answer.members} />
      {answer.reasons.length === 0 ? null : <h3>{tReports(viewer, 'byReason')}</h3>}
      {answer.reasons.map(({ code, label, members }) => (
        <section key={code}>
          <h4>{localize(viewer, label)}</h4>
          <RateTable viewer={viewer} caption={localize(viewer, label)} rates={members} />
        </section>
      ))}
    </>
  );
};

export const BadFitsView = ({
  viewer,
  state,
  again,
}: {
  viewer: ReportReader;
  state: OpenReports['badFits'];
  again: () => void;
}) => {
  switch (state.kind) {
    case 'reading':
      return <QuietNote>{tReports(viewer, 'reading')}</QuietNote>;
    case 'failed':
      return <ErrorView viewer={viewer} error={state.error} again={again} />;
    case 'read':
      return <Rates viewer={viewer} answer={state.answer} />;
    default:
      return state satisfies never;
  }
};
