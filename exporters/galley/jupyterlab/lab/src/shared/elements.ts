/** Elements of the panels; text is always text. */

export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className = '',
  ...content: (string | Node)[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  node.className = className;
  node.append(...content);
  return node;
}

export function button(
  className: string,
  label: string,
  onClicked: () => void,
  hint = ''
): HTMLButtonElement {
  const node = element('button', className, label);
  node.type = 'button';
  node.title = hint;
  node.addEventListener('click', onClicked);
  return node;
}
