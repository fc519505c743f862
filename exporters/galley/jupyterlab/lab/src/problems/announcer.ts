/** Says to screen readers what sighted authors see appear. */

import { element } from '../shared/elements';

export class Announcer {
  constructor() {
    this.node.setAttribute('role', 'status');
    document.body.append(this.node);
  }

  say(text: string): void {
    this.node.textContent = text;
  }

  private readonly node = element('div', 'galley-unseen');
}
