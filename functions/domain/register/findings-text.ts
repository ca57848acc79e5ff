/** What the tab of findings says, ja and en: what was found in a row, and what to do next. */
import { DECISION_LABEL } from '../account/decision-label-texts';
import { decisionReason } from '../account/decision-texts';
import type { CalendarDate } from '../calendar/calendar-date';
import { counted } from '../text/counted';
import { type Text, text } from '../text/text';
import { SHOWN_COLUMNS } from './columns';
import type { Contradiction, FindingKind, ListFinding, RegisterFinding } from './findings';

export const FINDING_TEXTS: Readonly<Record<FindingKind, { label: Text; next: Text }>> = {
  inconsistent: {
    label: text('並べ替えで崩れた行', 'Torn row'),
    next: text(
      '元に戻す(Ctrl+Z)か変更履歴で並べ替えの前に戻し、非表示の列も含めて並べ替え直してください。',
      'Undo the sort (Ctrl+Z) or go back in the version history, and sort again with the hidden columns.',
    ),
  },
  moved: {
    label: text('別の行から移った値', 'Values of other rows'),
    next: text(
      '一部の列だけを並べ替えたときは、元に戻す(Ctrl+Z)か変更履歴で前に戻してください。値が正しければ、消してから入力し直してください。',
      'After a sort of some columns, undo it (Ctrl+Z) or go back in the version history. A value that is right has to be cleared and typed again.',
    ),
  },
  unwritten: {
    label: text('控えの消えた行', 'Row without its copies'),
    next: text(
      '元に戻す(Ctrl+Z)か、要る値を写してから行を削除し、「台帳を最新に更新」を選んでください。',
      'Undo (Ctrl+Z); or copy what you need, delete the row and choose "Refresh from server".',
    ),
  },
  copied: {
    label: text('コピーされた行', 'Copied row'),
    next: text(
      'この行を選んでサイドバーを開き、削除するか、別の会社の下書きにしてください。',
      'Select the row and open the sidebar: remove it, or make it a draft of another company.',
    ),
  },
  idTypedOver: {
    label: text('書き換えられた ID', 'ID typed over'),
    next: text('ID の列を表示し、元の ID に戻してください。', 'Show the ID column and put the old ID back.'),
  },
  unknown: {
    label: text('登録のない ID', 'Unknown account'),
    next: text(
      'この行を削除してください。新しい会社なら ID を空にして、下書きとして登録してください。',
      'Delete this row; if it is a new company, empty its ID and register it as a draft.',
    ),
  },
  nameless: {
    label: text('会社名のない行', 'Row without a company'),
    next: text(
      '会社名を入力して下書きにするか、値を正しい行に移してください。',
      'Type the name of the company, or move the values to the row that they belong to.',
    ),
  },
  unreadable: {
    label: text('読み取れないアカウント', 'Unreadable account'),
    next: text(
      'マネージャーに連絡し、関数 account に {"mend": ID} を送って履歴から復元してもらってください。',
      'Ask a manager to have it made again from its history: the function account with {"mend": ID}.',
    ),
  },
  withdrawn: {
    label: text('登録を取り消した行', 'Registration taken back'),
    next: text(
      'この行にはメモか未送信の申請があります。要るものを写してから、行を削除してください。',
      'Something of your own or an unsent request stands in this row: copy what you need, then delete the row.',
    ),
  },
  decide: {
    label: DECISION_LABEL,
    next: text(
      '行を選んでサイドバーを開き、次のステータスを決めてください。まだ利用中なら、製品の終了日を直してください。',
      'Select the row, open the sidebar and decide its next status; if a product is still in use, correct its end date.',
    ),
  },
  dropOut: {
    label: text('リストから消えた会社', 'Gone from its list'),
    next: text(
      'なくなっていれば「登録保存」に変えてください。続いていれば、確かめたことをメモに記録してください。',
      'If it is no more, put it on file; else log a note of what you have found out.',
    ),
  },
  closed: {
    label: text('閉鎖・解散した会社', 'Closed company'),
    next: text(
      '確かめて「登録保存」(廃業・清算、合併など)に変えるか、続いていればメモに記録してください。',
      'See whether it is so, and put it on file (closed or liquidated, merged); else log a note.',
    ),
  },
  draft: {
    label: text('未登録の行', 'Draft'),
    next: text(
      '送信して登録するか、行を削除してください。',
      'Send it to have it registered, or delete the row.',
    ),
  },
  table: {
    label: text('台帳の上の表', 'Table over the register'),
    next: text(
      '表の名前の横のメニューで、表をやめて普通の範囲に戻してください。値はそのまま残ります。「表を削除」は行も消すので選ばないでください。',
      'In the menu beside the name of the table, turn it back into an ordinary range: all values stay. Do not delete the table, for its rows go with it.',
    ),
  },
  leftOut: {
    label: text('整えられなかった見た目', 'Looks left out'),
    next: text(
      '理由になっているもの(ほかの人の表、フィルタ、保護、結合など)を取り除き、「台帳を最新に更新」を選んでください。',
      'Take away what stands in the way (a table, a filter, a protection or a merge of somebody else), and choose "Refresh from server".',
    ),
  },
  lateJob: {
    label: text('止まっているジョブ', 'Stopped job'),
    next: text('管理者に知らせてください。', 'Tell an admin, to whom `npm run deploy -- --check` says why.'),
  },
  conflict: {
    label: text('食い違い', 'Conflict'),
    next: text(
      '両方の値を見て、入力し直すか、今の値に戻してください。',
      'Look at both values: type it again, or put the present value back.',
    ),
  },
};

/** By what the API calls them. */
const LOOKS: Readonly<Record<string, Text>> = {
  setBasicFilter: text('フィルタ', 'the filter'),
  clearBasicFilter: text('フィルタ', 'the filter'),
  setDataValidation: text('選択肢', 'the choices'),
  repeatCell: text('セルの書式', 'the format of cells'),
  addProtectedRange: text('保護', 'the protection'),
  deleteProtectedRange: text('保護', 'the protection'),
  addConditionalFormatRule: text('色分け', 'the colours'),
  deleteConditionalFormatRule: text('色分け', 'the colours'),
  addFilterView: text('フィルタ表示', 'the filter views'),
  updateFilterView: text('フィルタ表示', 'the filter views'),
  deleteFilterView: text('フィルタ表示', 'the filter views'),
  unmergeCells: text('セルの結合の解除', 'taking merged cells apart'),
};
const OTHER_LOOKS = text('列の幅や固定', 'widths and frozen rows');

/** Of the sheet as a whole. */
const sheetFindingText = (
  item: Extract<RegisterFinding, { kind: 'table' | 'leftOut' | 'lateJob' }>,
): Text => {
  if (item.kind === 'lateJob') {
    const { name, since } = item.late;
    return text(
      `${name.ja}は ${since} を最後に定時実行されていません。`,
      `The ${name.en} has not been run by the scheduler since ${since}.`,
    );
  }
  if (item.kind === 'table')
    return text(
      `「${item.company}」という表になっています。行は書き込みますが、フィルタと、型のある列の書式や選択肢は表のままにします。`,
      `The table "${item.company}" lies over it. Rows are written; its filter, and formats and choices in columns with a type, are left to it.`,
    );
  const { ja, en } = LOOKS[item.request] ?? OTHER_LOOKS;
  return text(
    `${ja}を Google が受け付けませんでした。行は書き込みました。(${item.reason})`,
    `Google refused ${en}; the rows are written. (${item.reason})`,
  );
};

/** What was found in the row, in a sentence. */
export const findingText = (item: RegisterFinding, language: keyof Text): string => {
  switch (item.kind) {
    case 'inconsistent':
      return text(
        `「${item.ownCompany}」の行として書き込まれましたが、会社名が合いません。`,
        `It was written as the row of "${item.ownCompany}", but names another company.`,
      )[language];
    case 'copied':
      return text(
        `${item.above} 行目と同じアカウントです。`,
        `The same account stands in row ${item.above}.`,
      )[language];
    case 'idTypedOver':
      return item.typed === ''
        ? text('ID が消されています。', 'The ID is gone.')[language]
        : text(`ID が ${item.typed} に書き換えられています。`, `The ID was changed to ${item.typed}.`)[
            language
          ];
    case 'unknown':
      return text('この ID のアカウントはありません。', 'No account has this ID.')[language];
    case 'nameless':
      return text(
        'ID も会社名もない行に値があります。送信していません。',
        'Values stand in a row without ID and company; they are not sent.',
      )[language];
    case 'unreadable':
      return text(
        '保存されている内容を読み取れません。行はそのままにしています。ほかのアカウントには影響ありません。',
        'What is stored of it cannot be read: its row was left alone. No other account is affected.',
      )[language];
    case 'moved':
      return text(
        `${item.keys.map((key) => SHOWN_COLUMNS[key].label.ja).join('、')}: 入力ではなく、ほかの行の値が移ってきています。送信していません。`,
        `${item.keys.map((key) => SHOWN_COLUMNS[key].label.en).join(', ')}: not typed here, but moved from other rows; it is not sent.`,
      )[language];
    case 'unwritten':
      return text(
        'アカウントと違う値がありますが、非表示の列が消えていて、申請かどうか分かりません。',
        'It says something else than the account; hidden cells of the row are gone, so that nothing tells whether that is a request.',
      )[language];
    case 'withdrawn':
      return text('この会社の登録は取り消されています。', 'The registration was taken back.')[language];
    case 'decide':
      return decisionReason(item.since)[language];
    case 'dropOut':
    case 'closed':
      return listFindingText(item)[language];
    case 'draft':
      return text('まだ登録されていません。', 'It is not registered yet.')[language];
    case 'table':
    case 'leftOut':
    case 'lateJob':
      return sheetFindingText(item)[language];
    case 'conflict':
      return item.contradictions.map((one) => contradictionText(one)[language]).join('\n');
    default:
      return item satisfies never;
  }
};

const contradictionText = ({ key, requested, current }: Contradiction): Text => {
  const { label } = SHOWN_COLUMNS[key];
  return text(
    `${label.ja}: セルは「${requested}」、今の値は「${current}」です。`,
    `${label.en}: the cell says "${requested}", the account has "${current}".`,
  );
};

const listFindingText = (item: ListFinding['finding']): Text =>
  item.kind === 'dropOut'
    ? text(
        `リスト「${item.list}」にありましたが、新しいリストにはありません。`,
        `The list "${item.list}" had it, and has it no more.`,
      )
    : text(
        `リスト「${item.list}」によると、閉鎖・解散しています。${item.closure}`,
        `Closed or dissolved, as the list "${item.list}" has it. ${item.closure}`,
      );

export const FINDINGS_TITLE = text('要確認', 'To check');

/** How many there are, of which `listed` are shown. */
export const findingsSummary = (count: number, listed: number): Text => {
  if (count === 0) return text('要確認の行はありません。', 'Nothing to check.');
  const all = text(
    `要確認の行が ${count} 件あります。`,
    `${count} ${count === 1 ? 'row' : 'rows'} to check.`,
  );
  return listed === count
    ? all
    : text(`${all.ja}上から ${listed} 件を示します。`, `${all.en} The first ${listed} are shown.`);
};

/** When that was found, and among how many rows. */
export const findingsStamp = (today: CalendarDate, rows: number): Text =>
  text(`${today} 時点、台帳は ${rows} 行`, `As of ${today}, ${counted(rows, 'row')} in the register`);
