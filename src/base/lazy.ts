/** Something that is made when it is first asked for, since what it is made of must be loaded. */
export class Lazy<T> {
  private readonly make: () => Promise<T>;
  private making: Promise<T> | null = null;

  /** null: it is not there yet. */
  made: T | null = null;

  constructor(make: () => Promise<T>) {
    this.make = make;
  }

  /** The same for everybody. Where making it fails, this rejects, and the next call tries again. */
  get(): Promise<T> {
    this.making ??= this.make().then(
      made => (this.made = made),
      (error: unknown) => {
        this.making = null;
        throw error;
      },
    );
    return this.making;
  }
}
