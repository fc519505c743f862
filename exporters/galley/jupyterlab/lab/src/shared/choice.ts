/** A row of buttons of which one is pressed. */

export class Choice<T extends string> {
  readonly node = document.createElement('div');

  constructor(label: string, private readonly onChosen: (value: T) => void) {
    this.node.className = 'galley-choice';
    this.node.setAttribute('role', 'group');
    this.node.setAttribute('aria-label', label);
  }

  /** Offer values with their labels; with fewer than two there is nothing to choose. */
  offer(options: [T, string][], value: T): void {
    this.node.hidden = options.length < 2;
    this.node.replaceChildren(...options.map(option => this.button(...option)));
    this.press(value);
  }

  press(value: T): void {
    for (const button of this.node.querySelectorAll('button')) {
      button.setAttribute('aria-pressed', String(button.value === value));
    }
  }

  private button(value: T, label: string): HTMLButtonElement {
    const button = document.createElement('button');
    Object.assign(button, { type: 'button', value, textContent: label });
    button.addEventListener('click', () => {
      this.press(value);
      this.onChosen(value);
    });
    return button;
  }
}
