/** The page in a sandbox: what changed is changed in it, or a new one takes its place. */

import { ISignal, Signal } from '@lumino/signaling';

import { changeBetween } from './change';
import { documentOf, IPage } from '../shared/page';

export type Scheme = 'light' | 'dark';

export interface IWorn {
  scheme: Scheme;
  /** As it is printed. */
  paper: boolean;
}

const READY_MS = 200;
const CHANGED_MS = 2000;

/** A frame with the page that its document began as, and the page that it shows by now. */
interface IFrame {
  node: HTMLIFrameElement;
  first: IPage;
  page: IPage;
}

export class Frames {
  constructor(
    private readonly stage: HTMLElement,
    private readonly label: string
  ) {
    window.addEventListener('message', this.onMessage);
  }

  /** The reader clicked in what a cell made. */
  get clicked(): ISignal<this, string> {
    return this.clickedSignal;
  }

  /** Show a page where the last one was scrolled to; a new article begins at its top. */
  show(page: IPage): void {
    this.page = page;
    // A frame that is still on its way is brought up to date when it is there.
    if (!this.coming) {
      this.bringUpToDate();
    }
  }

  clear(): void {
    window.clearTimeout(this.waiting);
    this.stage.replaceChildren();
    this.page = this.shown = this.coming = null;
    this.top = 0;
  }

  scrollTo(cell: string): void {
    this.post(this.shown, { galley: 'show', cell });
  }

  wear(worn: IWorn): void {
    this.worn = worn;
    this.post(this.shown, { galley: 'wear', ...worn });
  }

  dispose(): void {
    window.removeEventListener('message', this.onMessage);
    this.clear();
  }

  private bringUpToDate(): void {
    const { page, shown } = this;
    if (!page || shown?.page === page) {
      return;
    }
    const change = shown && changeBetween(shown.page, page);
    if (!shown || !change) {
      return this.renew();
    }
    this.number += 1;
    this.post(shown, { galley: 'change', number: this.number, ...change });
    shown.page = page;
    window.clearTimeout(this.waiting);
    this.waiting = window.setTimeout(() => this.renew(), CHANGED_MS);
  }

  /** Show the page in a frame of its own. */
  private renew(): void {
    window.clearTimeout(this.waiting);
    this.coming?.node.remove();
    this.coming = this.page && this.add(this.page);
  }

  private add(page: IPage): IFrame {
    const node = document.createElement('iframe');
    const frame = { node, first: page, page };
    node.className = 'galley-frame galley-coming';
    node.title = this.label;
    node.setAttribute('sandbox', 'allow-scripts');
    node.srcdoc = documentOf(page);
    // A frame also loads anew whenever the panel is moved to another place of the lab.
    node.addEventListener('load', () => this.prepare(frame));
    this.stage.append(node);
    return frame;
  }

  private prepare(frame: IFrame): void {
    frame.page = frame.first;
    this.post(frame, { galley: 'wear', ...this.worn });
    this.post(frame, { galley: 'place', top: this.top });
    if (frame === this.shown) {
      this.bringUpToDate();
    } else {
      window.setTimeout(() => this.swap(frame), READY_MS);
    }
  }

  private swap(frame: IFrame): void {
    if (frame === this.coming) {
      this.shown?.node.remove();
      this.shown = frame;
      this.coming = null;
      frame.node.classList.remove('galley-coming');
      this.bringUpToDate();
    }
  }

  private post(frame: IFrame | null, message: object): void {
    // The sandbox has no origin that could be named.
    frame?.node.contentWindow?.postMessage(message, '*');
  }

  private readonly onMessage = (event: MessageEvent): void => {
    const frame = [this.shown, this.coming].find(
      each => each?.node.contentWindow === event.source
    );
    const told = Object(event.data) as Record<string, unknown>;
    if (!frame || !event.source) {
      return;
    }
    if (told.galley === 'placed') {
      this.swap(frame);
    } else if (told.galley === 'changed' && frame === this.shown) {
      this.onChanged(told);
    } else if (told.galley === 'scrolled' && frame === this.shown) {
      this.top = Number(told.top) || 0;
    } else if (told.galley === 'clicked' && typeof told.cell === 'string') {
      this.clickedSignal.emit(told.cell);
    }
  };

  private onChanged({ number, isDone }: Record<string, unknown>): void {
    if (isDone !== true && !this.coming) {
      this.renew();
    } else if (number === this.number) {
      window.clearTimeout(this.waiting);
    }
  }

  private readonly clickedSignal = new Signal<this, string>(this);
  private page: IPage | null = null;
  private shown: IFrame | null = null;
  private coming: IFrame | null = null;
  private number = 0;
  private waiting = 0;
  private top = 0;
  private worn: IWorn = { scheme: 'light', paper: false };
}
