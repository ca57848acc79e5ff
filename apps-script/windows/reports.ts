/** The page of what was, and of who does what how often: it changes no account. */
import './window.css';
import './reports/reports.css';
import type { ReportsInput } from '../script-api';
import { closable } from './kit/closable';
import { neverBusy } from './kit/closing';
import { runPage } from './kit/run-page';
import { startReports, updateReports } from './reports/reports';
import { ReportsView } from './reports/reports-view';

runPage(
  'menu',
  closable({
    start: ({ language }: ReportsInput) => startReports(language),
    update: updateReports,
    isBusy: neverBusy,
    View: ReportsView,
  }),
);
