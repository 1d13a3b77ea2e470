export interface Disposable {
  dispose(): void;
}

/** Disposes what it was given, last first, once; what is added after that is disposed at once. */
export class DisposableStore implements Disposable {
  private readonly items: Disposable[] = [];
  private isDisposed = false;

  add<T extends Disposable>(item: T): T {
    if (this.isDisposed) item.dispose();
    else this.items.push(item);
    return item;
  }

  dispose(): void {
    this.isDisposed = true;
    for (let item = this.items.pop(); item; item = this.items.pop()) item.dispose();
  }
}
