/** One build after the other, followed until it ends. */

import { ISignal, Signal } from '@lumino/signaling';

import { Refusal } from '../shared/server';
import { followBuild, IBuild, IEnded, IOrder, startBuild, stopBuild } from './server';

const PAUSE_MS = 400;
// A server that is busy is asked again; one that is gone for so long will not come back.
const MOST_MISSED = 10;

export class Publisher {
  /** Something has changed that the panel shows. */
  get changed(): ISignal<this, void> {
    return this.changedSignal;
  }

  build: IBuild | null = null;
  /** What the author calls that which is published. */
  title = '';
  isStopping = false;
  /** Why the server refused, in its words; "" if it had none. */
  refusal: string | null = null;

  get isBusy(): boolean {
    return this.build !== null && this.build.ended === null;
  }

  /** Begin, and return how it ended; null where the server refused or is gone. */
  async run(order: IOrder, title: string): Promise<IEnded | null> {
    Object.assign(this, { title, isStopping: false, refusal: null });
    try {
      this.show(await startBuild(order));
      await this.follow();
    } catch (error) {
      this.refusal = error instanceof Refusal ? error.message : '';
      this.build = this.isBusy ? null : this.build;
      this.changedSignal.emit();
      return null;
    }
    return this.build?.ended ?? null;
  }

  async stop(): Promise<void> {
    if (this.build && this.isBusy) {
      this.isStopping = true;
      this.changedSignal.emit();
      await stopBuild(this.build.id).catch(() => undefined);
    }
  }

  private async follow(): Promise<void> {
    let missed = 0;
    while (this.build && !this.build.ended) {
      await new Promise(resolve => window.setTimeout(resolve, PAUSE_MS));
      try {
        this.show(await followBuild(this.build.id));
        missed = 0;
      } catch (error) {
        if (++missed > MOST_MISSED || error instanceof Refusal) {
          throw error;
        }
      }
    }
  }

  private show(build: IBuild): void {
    this.build = build;
    this.changedSignal.emit();
  }

  private readonly changedSignal = new Signal<this, void>(this);
}
