import { Link } from '../parts/Link.tsx';
import { usePanel } from '../panelContext.ts';

export function Paused() {
  const { post } = usePanel();
  return (
    <p class="notice dim">
      Recording is paused.{' '}
      <Link
        onClick={() => {
          post({ type: 'resume' });
        }}
      >
        Resume
      </Link>
    </p>
  );
}
