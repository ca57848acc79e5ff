/** Creates an element with its attributes and children. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const created = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) created.setAttribute(name, value);
  created.append(...children);
  return created;
}

/** A button that does nothing but its action. */
export function actionButton(label: string, act: () => void): HTMLButtonElement {
  const created = element('button', { type: 'button' }, label);
  created.onclick = act;
  return created;
}

/** An element of page.html. */
export function elementById(id: string): HTMLElement {
  const part = document.getElementById(id);
  if (!part) throw new Error(`The page has no #${id}.`);
  return part;
}
