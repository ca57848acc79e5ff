/** Builds what a window shows, node by node: data only ever becomes text, never HTML. */
type Child = Node | string | null | false | undefined;
type Props = Readonly<
  Record<string, string | number | boolean | null | undefined | ((event: Event) => unknown)>
>;

/** Names that begin with `on` are listeners; `true` is an attribute without value, `false` and null are none. */
export const node = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  props: Props = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === 'function') made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, '');
    else if (value !== false && value != null) made.setAttribute(name, String(value));
  }
  setChildren(made, ...children);
  return made;
};

/** Takes the place of what the element showed. */
export const setChildren = (element: Element, ...children: readonly Child[]): void =>
  element.replaceChildren(
    ...children.filter((child): child is Node | string => child instanceof Node || !!child),
  );

let idCount = 0;
/** For labels and the fields that they are bound to. */
export const newId = (): string => {
  idCount += 1;
  return `f${idCount}`;
};

export const button = (label: string, act: () => unknown, kind = ''): HTMLButtonElement =>
  node('button', { type: 'button', class: kind, onclick: act }, label);

/** Label and value, as most of an account is shown. */
export const definitionList = (entries: readonly (readonly [string, Child] | null)[]): HTMLElement => {
  const list = node('dl');
  for (const [label, value] of entries.filter((entry) => entry !== null))
    if (value) list.append(node('dt', {}, label), node('dd', {}, value));
  return list;
};
