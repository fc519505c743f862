/** When to do work that is asked for often: once at a time, and again if it is stale then. */

export class Refresher {
  /** `work` sees the newest state, since it reads it when it begins. */
  constructor(private readonly work: () => Promise<void>) {}

  /** Ask for the work; what comes within so many milliseconds of each other is one. */
  ask(quiet = 0): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.begin(), quiet);
  }

  dispose(): void {
    window.clearTimeout(this.timer);
  }

  private async begin(): Promise<void> {
    if (this.isBusy) {
      this.isStale = true;
      return;
    }
    this.isBusy = true;
    try {
      do {
        this.isStale = false;
        await this.work();
      } while (this.isStale);
    } finally {
      this.isBusy = false;
    }
  }

  private isBusy = false;
  private isStale = false;
  private timer = 0;
}
