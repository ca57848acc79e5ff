/** To the first field of the form or, where nothing is asked, the first button; of radio buttons to the chosen one. */
export const focusFirst = (element: HTMLElement): void => {
  const form = element.querySelector('.form') ?? element;
  const fields = [...form.querySelectorAll<HTMLInputElement>('input, select, textarea, button')].filter(
    (field) => field.closest('[hidden]') === null,
  );
  const [first] = fields;
  const chosen =
    first?.type === 'radio' && fields.find(({ name, checked }) => name === first.name && checked);
  (chosen || first)?.focus();
};
