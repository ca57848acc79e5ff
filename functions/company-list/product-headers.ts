/** The headers of a product in use, or one that was. */
import { text } from '../domain/text/text';

export const PRODUCT_HEADERS = {
  product: ['製品', '製品名', '導入製品', '利用製品', '商品', '商品名', 'Product', 'Product Name'],
  productSince: [
    '導入日',
    '契約日',
    '利用開始日',
    '契約開始日',
    'Product Since',
    'Start Date',
    'Contract Date',
  ],
  productEnd: [
    '解約日',
    '解約年月日',
    '解約予定日',
    '退会日',
    '利用終了日',
    '契約終了日',
    '契約終了年月日',
    '契約終了予定日',
    'サービス終了日',
    'Contract End',
    'Contract End Date',
    'Subscription End Date',
    'Product Until',
    'Churn Date',
    'Churned On',
    'Cancellation Date',
    'Cancelled On',
  ],
  churnReason: ['解約理由', '退会理由', 'Churn Reason', 'Cancellation Reason'],
  reference: [
    '契約番号',
    '契約No',
    '注文番号',
    '受注番号',
    '発注番号',
    'Contract No',
    'Contract Number',
    'Order No',
    'Order Number',
    'Reference',
  ],
} as const satisfies Record<string, readonly string[]>;

export const PRODUCT_LABELS = {
  product: text('製品', 'Product'),
  productSince: text('利用開始日', 'Product since'),
  productEnd: text('解約日', 'Product until'),
  churnReason: text('解約理由', 'Reason of the churn'),
  reference: text('契約・注文番号', 'Contract or order reference'),
};
