import * as vscode from 'vscode';

/** Views that move again this soon are being scrolled. */
const BURST_MS = 500;

/**
 * Tells scrolling from views that move by themselves: programs reveal a line, lenses come and go, outputs grow. A person has touched
 * a key or the mouse of late, or turns the wheel, which VS Code does not count as being active: then the view moves many times a
 * second.
 */
export class Scrolling {
  private movedAt = -Infinity;

  /** To be called whenever a view has moved: whether a person moves it. */
  isByPerson(now: number): boolean {
    const isBurst = now - this.movedAt <= BURST_MS;
    this.movedAt = now;
    return isBurst || vscode.window.state.active;
  }
}
