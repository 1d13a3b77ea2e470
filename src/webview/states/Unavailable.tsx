import { usePanel } from '../panelContext.ts';

export function Unavailable({ reason, remedy }: { reason: string; remedy: string }) {
  const { post } = usePanel();
  return (
    <section class="notice" aria-label="Recording is not possible">
      <p>
        <bdi>{reason}</bdi>
      </p>
      <p class="dim">
        <bdi>{remedy}</bdi>
      </p>
      <div class="actions">
        <vscode-button
          secondary
          onClick={() => {
            post({ type: 'showLog' });
          }}
        >
          Show log
        </vscode-button>
      </div>
    </section>
  );
}
