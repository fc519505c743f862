/** The page in a sandbox: a new version is made ready behind the old one, then takes its place. */

import { ISignal, Signal } from '@lumino/signaling';

export type Scheme = 'light' | 'dark';

const READY_MS = 200;

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
  show(html: string): void {
    if (html === this.html) {
      return;
    }
    this.html = html;
    this.coming?.remove();
    this.coming = this.add(html);
  }

  clear(): void {
    this.stage.replaceChildren();
    this.html = '';
    this.shown = this.coming = null;
    this.top = 0;
  }

  scrollTo(cell: string): void {
    this.post(this.shown, { galley: 'show', cell });
  }

  set scheme(scheme: Scheme) {
    this.chosenScheme = scheme;
    this.post(this.shown, { galley: 'scheme', scheme });
  }

  dispose(): void {
    window.removeEventListener('message', this.onMessage);
    this.clear();
  }

  private add(html: string): HTMLIFrameElement {
    const frame = document.createElement('iframe');
    frame.className = 'galley-frame galley-coming';
    frame.title = this.label;
    frame.setAttribute('sandbox', 'allow-scripts');
    frame.srcdoc = html;
    // A frame also loads anew whenever the panel is moved to another place of the lab.
    frame.addEventListener('load', () => this.prepare(frame));
    this.stage.append(frame);
    return frame;
  }

  private prepare(frame: HTMLIFrameElement): void {
    this.post(frame, { galley: 'scheme', scheme: this.chosenScheme });
    this.post(frame, { galley: 'place', top: this.top });
    window.setTimeout(() => this.swap(frame), READY_MS);
  }

  private swap(frame: HTMLIFrameElement): void {
    if (frame === this.coming) {
      this.shown?.remove();
      this.shown = frame;
      this.coming = null;
      frame.classList.remove('galley-coming');
    }
  }

  private post(frame: HTMLIFrameElement | null, message: object): void {
    // The sandbox has no origin that could be named.
    frame?.contentWindow?.postMessage(message, '*');
  }

  private readonly onMessage = (event: MessageEvent): void => {
    const frame = [this.shown, this.coming].find(each => each?.contentWindow === event.source);
    const { galley, cell, top } = Object(event.data) as Record<string, unknown>;
    if (!frame || !event.source) {
      return;
    }
    if (galley === 'placed') {
      this.swap(frame);
    } else if (galley === 'scrolled' && frame === this.shown) {
      this.top = Number(top) || 0;
    } else if (galley === 'clicked' && typeof cell === 'string') {
      this.clickedSignal.emit(cell);
    }
  };

  private readonly clickedSignal = new Signal<this, string>(this);
  private shown: HTMLIFrameElement | null = null;
  private coming: HTMLIFrameElement | null = null;
  private html = '';
  private top = 0;
  private chosenScheme: Scheme = 'light';
}
