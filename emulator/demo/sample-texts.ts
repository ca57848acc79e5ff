/** What people wrote down in the demonstration. All of it is made up. */

import type { ContactInput } from '../../functions/domain/account/command-inputs';
import type { ActivityKind, BantKey, BantValue } from '../../functions/domain/status/code-lists';

export const CONTACTS: readonly (ContactInput & { name: string; department: string; title: string })[] = [
  { name: '山口 浩二', department: '情報システム部', title: '部長' },
  { name: '松本 恵子', department: '購買部', title: '課長' },
  { name: '井上 学', department: '経営企画室', title: '室長' },
  { name: '木村 真理', department: '生産管理部', title: '課長' },
  { name: '林 拓也', department: '営業推進部', title: '係長' },
  { name: '清水 裕子', department: '業務改革推進室', title: '主任' },
  { name: '森 和彦', department: '物流部', title: '部長' },
  { name: '池田 亜希', department: '経理部', title: '課長' },
  { name: '橋本 隆司', department: '工事部', title: '次長' },
];

export const FRONT_DESKS = [
  '総務部 代表電話',
  '情報システム部 ご担当者',
  '購買部 ご担当者',
  '経営企画室 受付',
];

export const FIRST_ACTIONS: readonly { kind: ActivityKind; note: string }[] = [
  { kind: 'call', note: '代表電話から担当部署を確認。折り返しをお願いした。' },
  { kind: 'mail', note: '同業の導入事例を添えて、担当部署あてに初回のメールを送付。' },
  { kind: 'call', note: '展示会で資料をお渡しした件で架電。来週また連絡する。' },
  { kind: 'visit', note: '近隣を訪問した際に受付へ資料をお預けした。' },
];

export const FOLLOW_UPS: readonly { kind: ActivityKind; twoWay: boolean; note: string }[] = [
  { kind: 'call', twoWay: false, note: '不在。伝言をお願いした。' },
  { kind: 'mail', twoWay: true, note: '資料を読んだと返信あり。打ち合わせの候補日を送る。' },
  { kind: 'call', twoWay: true, note: '担当者と話せた。現状の運用は表計算ソフトとのこと。' },
  { kind: 'mail', twoWay: false, note: '事例の動画を案内。返信はまだない。' },
];

/** What the customer waits for, as BANT tells it, and the meeting in which it was said. */
export const CONDITIONS: readonly {
  condition: string;
  bant: Record<BantKey, BantValue>;
  note: string;
}[] = [
  {
    condition: '4月の予算編成後に再提案',
    bant: { need: 'yes', budget: 'no', authority: 'yes', timing: 'yes' },
    note: '見積作成に半日かかっている。課題は合意したが、今期の予算は使い切っている。',
  },
  {
    condition: '基幹システム更新の稟議が通ったら再開',
    bant: { need: 'yes', budget: 'yes', authority: 'unclear', timing: 'unclear' },
    note: '受発注の二重入力をなくしたい。基幹の更新と同時に決めるとのこと。',
  },
  {
    condition: '現行サービスの契約満了が近づいたら比較検討に入る',
    bant: { need: 'yes', budget: 'yes', authority: 'yes', timing: 'no' },
    note: '現行の不満点を三つ確認。乗り換えは契約満了に合わせたい。',
  },
  {
    condition: '新しい情報システム部長の着任後に打ち合わせ',
    bant: { need: 'yes', budget: 'unclear', authority: 'no', timing: 'unclear' },
    note: '現場は乗り気。決裁者が交代するため、新任の方に改めて説明する。',
  },
  {
    condition: '上期の設備投資計画が決まり次第、見積を更新',
    bant: { need: 'yes', budget: 'unclear', authority: 'yes', timing: 'unclear' },
    note: '在庫の差異が毎月出ている。投資計画に載れば進められる。',
  },
  {
    condition: '工場の移転が終わってから導入範囲を決める',
    bant: { need: 'yes', budget: 'yes', authority: 'yes', timing: 'no' },
    note: '日報の集計に毎週二日。移転作業が落ち着くまでは動けない。',
  },
  {
    condition: '一拠点での試用の結果を役員会に報告してから',
    bant: { need: 'yes', budget: 'unclear', authority: 'unclear', timing: 'yes' },
    note: '一拠点で三か月試したいとの要望。結果を見て全社に広げるか決める。',
  },
  {
    condition: '補助金の採択結果が出たら連絡',
    bant: { need: 'yes', budget: 'no', authority: 'yes', timing: 'unclear' },
    note: '補助金を前提に検討中。採択されれば年度内に始めたい。',
  },
];

export const CHECK_NOTES = [
  '状況は変わらず。予算の審議が一か月延びた。次の四半期に改めて。',
  '担当者と電話。社内の説明資料がほしいとのことで、導入効果の試算を送った。',
  '稟議書の下書きを一緒に確認。決裁者の感触は悪くない。',
  '試用している拠点の評判は良い。他部署への紹介もお願いした。',
];

export const NO_ANSWER_NOTES = ['三回かけたが応答なし。', '留守番電話に伝言を残した。', 'メールに返信なし。'];

export const OPPORTUNITY_STEPS = [
  '見積を持参し、稟議の日程を聞く',
  '役員への説明の場を設けてもらう',
  '現場での試用を始める',
  '契約書の確認を待つ',
];

export const HAND_OVER_NOTES = [
  {
    bant: '予算は稟議中、決裁者は部長、課題は合意済み、時期は半年以内',
    nextStep: '二回目の商談で画面を見せる',
  },
  { bant: '予算あり、決裁者は役員、課題は明確、時期は次の四半期', nextStep: '概算見積を持参する' },
  { bant: '予算は未確認、決裁者は課長、課題は合意済み、時期は未定', nextStep: '現場の方も交えて業務を聞く' },
];

export const FIELD_NOTES = [
  '要件を確認。連携の範囲を技術担当と詰める。',
  '見積を提出。来週、社内で検討いただく。',
  '役員への説明に同席した。価格の相談あり。',
];

export const LOSS_REASONS = [
  {
    reason: 'COMPETITOR',
    latentNeed: '承認が紙のまま残っており、拠点をまたぐと二日かかる',
    trigger: '選ばれた他社サービスの更新時期',
  },
  {
    reason: 'BUDGET',
    latentNeed: '在庫の棚卸に毎月二日かかっている',
    trigger: '来期の予算が決まったとき',
  },
  {
    reason: 'NO_AGREED_NEED',
    latentNeed: '見積の控えを探す時間が長いが、現場は困っていないと言う',
    trigger: '営業部門の責任者が替わったとき',
  },
  {
    reason: 'BUILT_IN_HOUSE',
    latentNeed: '社内で作った仕組みを直せる人が一人しかいない',
    trigger: '社内開発の担当者が異動したとき',
  },
  {
    reason: 'TIMING',
    latentNeed: '受注の増える時期に入力が追いつかない',
    trigger: '繁忙期の前',
  },
  {
    reason: 'MISSING_FEATURE',
    latentNeed: '海外拠点の発注も一つにまとめたい',
    trigger: '多通貨に対応したとき',
  },
];

export const BAD_FIT_NOTES = [
  { reason: 'SIZE', note: '対象の業務が月に数件で、どの製品も要らないとのこと。' },
  { reason: 'NO_NEED', note: '業務をすべて外部に委託しており、見積も受発注も社内にない。' },
  { reason: 'INDUSTRY', note: '取り扱う業務が当社の製品の対象と異なる。' },
];
