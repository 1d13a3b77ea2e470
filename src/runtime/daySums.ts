type Amounts = ReadonlyMap<string, number>;

/** Sums of amounts by name over many days, of which a single one can be put in place of what it was. */
export class DaySums {
  private readonly days = new Map<string, Amounts>();
  private readonly sums = new Map<string, number>();

  /** By name, over all days; names that come to nothing are not in it. */
  get totals(): Amounts {
    return this.sums;
  }

  /** Puts a day in place of what was known of it; answers the names to which that makes a difference. */
  set(date: string, amounts: Amounts): string[] {
    const before = this.days.get(date);
    const names = new Set([...(before?.keys() ?? []), ...amounts.keys()]);
    const changed: string[] = [];
    for (const name of names) {
      const difference = (amounts.get(name) ?? 0) - (before?.get(name) ?? 0);
      if (difference === 0) continue;
      changed.push(name);
      const sum = (this.sums.get(name) ?? 0) + difference;
      if (sum === 0) this.sums.delete(name);
      else this.sums.set(name, sum);
    }
    if (amounts.size === 0) this.days.delete(date);
    else if (changed.length > 0) this.days.set(date, amounts);
    return changed;
  }

  clear(): void {
    this.days.clear();
    this.sums.clear();
  }
}
