import { isJobTitle } from '../../../functions/company-list/job-titles';

test.each([
  ...['部長', '営業部長', '第二営業部課長', '代表取締役社長', '代表取締役社長兼CEO', '取締役'],
  ...['Director', 'Sales Manager', 'CEO'],
])('%j is a title', (text) => {
  expect(isJobTitle(text)).toBe(true);
});

test.each(['佐藤部長', '佐藤', '営業部', '山本', '代々木', 'John', 'Managers United', ''])(
  '%j is none',
  (text) => {
    expect(isJobTitle(text)).toBe(false);
  },
);
