/** What people have written down in single stories. All of it is made up. */

export const STORY_NOTES = {
  churnMeeting: '組織の統合で契約を終えるが、課題は残っているとのこと。',
  churnReason: '担当部署の統合で利用を終了',
  expiredContract: '契約満了。更新の有無は未確認。',
  badFitApproved: '内容を確認しました。半年後に見直します。',
  proposalApproved: '製品ごとの確認ができているため承認します。',
  badFitFound: '業務をすべて外部に移したとのこと。',
  registeredFromCard: '名刺から登録したもの',
  suspended: '事業を休止すると連絡があった',
  resumed: '事業を再開したと本人から連絡があった',
  referral: '既存のお客様からの紹介でお会いした。',
  budgetApproved: '予算が承認された。商談に進む。',
  newRequest: '前回の失注から改めて相談あり。',
  handOver: '窓口の方は午前中が繋がりやすいです。これまでの経緯は商談メモをご覧ください。',
  handOverPromises: '導入効果の試算を次回までに送る約束をしています。',
  needHeardAgain: '課題を改めて伺えた。',
  needGone: '組織が変わり、対象の業務がなくなった。',
  noResponse: '四回連絡したが反応がなく、一度も会えていない。',
  decisionMakerNotMet: '決裁者にまだ会えていないため、IS で確認をお願いします。',
  wrongCompany: '同じ名前の別の会社との商談だったため、取り消します。',
};

/** Companies that do not exist. */
export const FICTIONAL_COMPANIES = {
  acquired: '株式会社ほしぞら架空物流',
  dissolved: 'まぼろし架空工業合同会社',
  suspended: '架空サンプル商会株式会社',
};

export const orderReference = (number: string): string => `注文書 ${number}`;
