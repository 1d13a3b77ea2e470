import { Component, type ComponentChildren } from 'preact';
import { Link } from './Link.tsx';

interface BoundaryProps {
  readonly children: ComponentChildren;
}

/** Where something cannot be drawn, says so and offers to try again, rather than standing still without a word. */
export class Boundary extends Component<BoundaryProps, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  override componentDidCatch(error: unknown): void {
    // Into the developer tools: it may hold words of the user's, which no log may.
    console.error(error);
    this.setState({ hasFailed: true });
  }

  override render({ children }: BoundaryProps, { hasFailed }: { hasFailed: boolean }): ComponentChildren {
    if (!hasFailed) return children;
    return (
      <main>
        <p class="notice" role="alert">
          Andon could not draw this. Nothing that was recorded is lost.
        </p>
        <div class="notice">
          <Link
            onClick={() => {
              this.setState({ hasFailed: false });
            }}
          >
            Try again
          </Link>
        </div>
      </main>
    );
  }
}
