/** Words of a list for statuses and owners, each once: what it stands for, a person says. */
import type { ImportAnswer } from '../../../functions/contract/import';
import { STATUS, STATUSES } from '../../../functions/domain/status/statuses';
import type { Dispatch } from '../kit/run-program';
import { tList } from '../messages/list-catalog';
import { localize, type Viewer } from '../messages/viewer';
import { type ListDecisionMessage, type ListDecisions, wordId } from './list-decisions';

interface Props {
  viewer: Viewer;
  answer: Pick<ImportAnswer, 'words' | 'wordCount' | 'members'>;
  choices: ListDecisions;
  choose: Dispatch<ListDecisionMessage>;
}
type Word = ImportAnswer['words'][number];

const KINDS = [
  ['status', 'unknownStatuses'],
  ['owner', 'unknownOwners'],
] as const satisfies readonly (readonly [Word['kind'], string])[];

const meaningsOf = ({ viewer, answer }: Props, kind: Word['kind']): { value: string; label: string }[] =>
  kind === 'status'
    ? STATUSES.map((status) => ({ value: status, label: localize(viewer, STATUS[status].label) }))
    : answer.members.map(({ id, name }) => ({ value: id, label: name }));

const WordRow = ({ word, ...props }: Props & { word: Word }) => {
  const { viewer, choices, choose } = props;
  const { kind, means } = word;
  return (
    <tr>
      <td class="number quiet">{word.line}</td>
      <td>{word.word}</td>
      <td class="number quiet">{tList(viewer, 'wordRows', { n: word.rows.toLocaleString('en') })}</td>
      <td>
        <select
          aria-label={tList(viewer, 'whatWordMeans', { word: word.word })}
          value={choices.words[wordId(word)]?.means ?? means ?? 'undecided'}
          onInput={({ currentTarget: { value } }) =>
            choose({ type: 'chooseWord', word: { kind, word: word.word, means: value } })
          }
        >
          <option value="undecided">{tList(viewer, 'decideLater')}</option>
          {meaningsOf(props, kind).map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
          <option value="empty">{tList(viewer, 'leaveEmpty')}</option>
        </select>
      </td>
    </tr>
  );
};

const WordTable = ({ kind, heading, ...props }: Props & { kind: Word['kind']; heading: string }) => {
  const words = props.answer.words.filter((word) => word.kind === kind);
  if (words.length === 0) return null;
  return (
    <div class="waiting">
      <h4>{heading}</h4>
      <table class="grid">
        <tbody>
          {words.map((word) => (
            <WordRow key={wordId(word)} {...props} word={word} />
          ))}
        </tbody>
      </table>
    </div>
  );
};

export const WordsView = (props: Props) => {
  const { viewer, answer } = props;
  if (answer.wordCount === 0) return null;
  return (
    <>
      <p class="quiet">{tList(viewer, 'wordsHint')}</p>
      {KINDS.map(([kind, heading]) => (
        <WordTable key={kind} {...props} kind={kind} heading={tList(viewer, heading)} />
      ))}
      {answer.wordCount > answer.words.length ? (
        <p class="quiet">{tList(viewer, 'andMore', { n: answer.wordCount - answer.words.length })}</p>
      ) : null}
    </>
  );
};
