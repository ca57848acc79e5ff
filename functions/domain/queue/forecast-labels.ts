/** What the columns of an opportunity that its owner fills in are called. */
import { type Text, text } from '../text/text';
import type { ForecastColumn } from './edit-columns';

export const FORECAST_LABELS: Readonly<Record<ForecastColumn, Text>> = {
  department: text('部署', 'Department'),
  nextStep: text('次の一手', 'Next step'),
  expectedOn: text('決定予定日', 'Expected'),
  amount: text('金額(円)', 'Amount (yen)'),
  probability: text('受注確度', 'Probability'),
};
