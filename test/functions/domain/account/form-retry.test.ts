import { filledValues } from '../../../../functions/domain/account/form-retry';

test('only values that say something are carried into a form, each as it was given', () => {
  expect(filledValues({ a: '予算待ち ', b: '', c: ' \n', d: null, e: undefined })).toEqual({
    a: '予算待ち ',
  });
});
