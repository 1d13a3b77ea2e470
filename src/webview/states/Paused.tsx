import { PAUSE_EXTENSION } from '../../core/record/pause.ts';
import { Link } from '../parts/Link.tsx';
import { usePanel } from '../panelContext.ts';

/** Until when recording is paused, and what can become of that. `until` in words; empty: until the user resumes. */
export function Paused({ until }: { until: string }) {
  const { post } = usePanel();
  return (
    <p class="notice dim links">
      <span>{['Recording is paused', until].filter(Boolean).join(' ')}.</span>
      <Link
        onClick={() => {
          post({ type: 'resume' });
        }}
      >
        Resume
      </Link>
      {until !== '' && (
        <Link
          onClick={() => {
            post({ type: 'extendPause' });
          }}
        >
          {PAUSE_EXTENSION} min more
        </Link>
      )}
      <Link
        onClick={() => {
          post({ type: 'pauseMenu' });
        }}
      >
        Change…
      </Link>
    </p>
  );
}
